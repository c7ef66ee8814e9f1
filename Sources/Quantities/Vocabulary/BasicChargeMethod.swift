/// What the basic charge (基本电费, since 2023 容(需)量电费) is worked out on.
public enum BasicChargeMethod: String, Sendable, Hashable, CaseIterable {
  /// Installed transformer capacity (按变压器容量). [kVA]
  case capacity
  /// Contract demand (按合同最大需量), 发改办价格〔2016〕1583号. [kW]
  case contractDemand = "contract-demand"
  /// The month's metered maximum (按实际最大需量), 发改价格〔2018〕500号. [kW]
  case actualDemand = "actual-demand"
}
