import Documents

/// The empty tables of a new dossier.
package enum DossierTemplate {
  /// A table and its headings; one without rows says nothing, so that those not needed may stay.
  static let tables: [(name: String, headings: String)] = [
    (
      "accounts.csv",
      """
      account,name,industry,tariff,voltage,transformers,hv_motors_kw,basic_charge,\
      contract_demand_kw,excess_rule,power_factor_standard,metering_side,multiplier,\
      reading_day,energised,energy_source
      """
    ),
    (
      "readings.csv",
      """
      account,month,kwh_sharp,kwh_peak,kwh_flat,kwh_valley,kwh_total,\
      max_demand_kw,kvarh_forward,kvarh_reverse,contract_demand_kw
      """
    ),
    ("lines.csv", "account,line,capacity_kva,hv_motors_kw,contract_demand_kw,standby"),
    (
      "points.csv",
      """
      account,point,line,role,multiplier,metering_side,sub_method,sub_value,taken_from,tariff,\
      voltage,in_power_factor_base,line_loss_percent
      """
    ),
    (
      "transformers.csv",
      "account,id,kva,line,type,state,p0_kw,pk_kw,i0_percent,uk_percent"
    ),
    ("events.csv", "account,date,event,transformer,value"),
    ("adjustments.csv", "account,month,charge,kwh,price,amount,in_power_factor_base"),
    ("curve.csv", "account,date,month,from,price"),
    ("weather.csv", "date,max_celsius"),
    ("issued.csv", "account,month,charge,kwh,amount"),
    (
      "load/files.csv",
      "file,account,stamps,date_order,zone,unit,multiplier,sheet,encoding,meter,column,numbers,epoch"
    ),
  ]

  /// Writes the tables; a table that is there already is left as it is.
  ///
  /// - Returns: What was written.
  /// - Throws: Where a folder or file cannot be written.
  package static func write(into folder: String) throws(DiagnosticsError) -> [String] {
    try FileSystem.makeFolder(folder)
    try FileSystem.makeFolder(FileSystem.join(folder, "load"))
    var written: [String] = []
    for (name, headings) in tables {
      let path = FileSystem.join(folder, name)
      guard FileSystem.kind(of: path) == nil else { continue }
      try FileSystem.write(Array((headings + "\n").utf8), to: path)
      written.append(path)
    }
    return written
  }
}
