import Documents
import Quantities
import Use

extension DossierReader {
  /// The headings of `accounts.csv`.
  static let accountHeadings: HeadingVocabulary = {
    let synonyms: [AccountField: [String]] = [
      .account: ["户号", "用户编号", "客户编号", "account_id"],
      .name: ["户名", "用户名称", "客户名称"], .industry: ["行业", "行业类别", "行业分类"],
      .tariff: ["电价", "电价代码"], .voltage: ["电压等级", "供电电压"],
      .transformers: ["运行容量", "变压器容量", "transformers_kva"],
      .highVoltageMotors: ["高压电动机容量"], .basicCharge: ["基本电费计收方式", "基本电费计费方式"],
      .contractDemand: ["合同最大需量", "需量核定值", "contract_demand"],
      .powerFactorStandard: ["功率因数标准", "功率因数考核标准"], .meteringSide: ["计量方式"],
      .multiplier: ["倍率", "综合倍率"], .readingDay: ["抄表例日"], .energised: ["送电日期"],
    ]
    return HeadingVocabulary(
      AccountField.allCases.map { HeadingEntry($0.rawValue, synonyms[$0] ?? []) } + [
        HeadingEntry("surcharge_class", ["差别电价", "加价类别", "差别电价类别"]),
        HeadingEntry("own_generation_kw", ["自备电厂容量", "自备电源容量"]),
        HeadingEntry("resale_demand_kw", ["转供电需量", "转供需量"]),
      ])
  }()

  /// Reads `accounts.csv`.
  mutating func readAccounts(_ path: String) -> [DossierAccount] {
    let required = [AccountField.account, .tariff].map(\.rawValue)
      .filter { $0 != AccountField.tariff.rawValue || request.particulars[.tariff] == nil }
    let table = problems.collect { () throws(DiagnosticsError) -> Table in
      try Table.read(
        path: path, vocabulary: Self.accountHeadings, required: required)
    }
    guard let table else { return [] }
    var accounts: [DossierAccount] = []
    var firstRow: [String: Int] = [:]
    for row in table.rows {
      problems.subject = row.filled(AccountField.account.rawValue)?.text
      defer { problems.subject = nil }
      guard let account = account(row) else { continue }
      if let earlier = firstRow[account.id] {
        let cell = row[AccountField.account.rawValue]
        problems.add(
          cell?.diagnostic(
            code: "account-twice",
            message:
              "account \(Printable.quote(account.id)) stands a second time; first in line \(earlier)",
            hint: "one row per account; meters and lines of an account have tables of their own")
            ?? row.diagnostic(code: "account-twice", message: "an account stands twice"))
        continue
      }
      firstRow[account.id] = row.line
      let extra = table.columns.enumerated().filter { !$0.element.isKnown }.map {
        DossierAccount.Extra(heading: $0.element.heading, value: row[$0.offset].text)
      }
      accounts.append(DossierAccount(account: account, use: nil, findings: [], extra: extra))
    }
    if accounts.isEmpty && !problems.hasErrors {
      problems.add(
        Diagnostic(
          file: path, code: "accounts-empty", message: "there is a heading but no account"))
    }
    return accounts
  }

  private mutating func account(_ row: TableRow) -> Account? {
    var account = Account(id: "", tariff: "")
    for field in AccountField.allCases {
      guard let cell = row[field.rawValue] else { continue }
      do throws(AccountError) {
        try account.set(field, to: cell.text)
      } catch {
        problems.add(
          cell.diagnostic(code: "account-value", message: error.sentence, hint: error.advice))
      }
    }
    setFurther(row, of: &account)
    apply(request.particulars, to: &account)
    for (value, field) in [(account.id, AccountField.account), (account.tariff, .tariff)]
    where value.isEmpty {
      problems.add(
        row.diagnostic(
          code: "account-value", message: "the row has no \(field.rawValue)",
          hint: field == .tariff ? "`tariffwise tariffs` lists the ids there are" : nil))
      return nil
    }
    return account
  }

  /// Particulars that tables alone give.
  private mutating func setFurther(_ row: TableRow, of account: inout Account) {
    account.surchargeClass = row.filled("surcharge_class")?.text
    account.ownGeneration = row.filled("own_generation_kw").flatMap { power($0) } ?? .zero
    account.resaleDemand = row.filled("resale_demand_kw").flatMap { power($0) } ?? .zero
  }
}
