import Quantities

/// The keys of a rate in versions 3, 7 and 8 of the database's interface, in small letters.
enum URDBKeys {

  /// Spellings of the database's exports, and the key that is meant.
  private static let aliases = [
    "demandreactpwrcharge": "demandreactivepowercharge",
    "demandrateunits": "demandrateunit", "demandunits": "demandunit",
    "flatdemandunits": "flatdemandunit", "flatdemandrateunit": "flatdemandunit",
    "supercedes": "supersedes",
  ]

  /// What a bill follows from.
  static let billed: Set<String> = [
    "label", "uri", "utility", "name", "source", "startdate", "enddate", "energyratestructure",
    "energyweekdayschedule", "energyweekendschedule", "energytoulabels", "demandratestructure",
    "demandweekdayschedule", "demandweekendschedule", "demandtoulabels", "demandlabels",
    "flatdemandstructure", "flatdemandmonths", "demandunit", "demandrateunit", "flatdemandunit",
    "demandwindow", "fixedmonthlycharge", "fixedchargefirstmeter", "fixedchargeunits",
    "mincharge", "minchargeunits", "minmonthlycharge", "annualmincharge", "lookbackpercent",
    "lookbackmonths", "lookbackrange", "demandreactivepowercharge", "fueladjustmentsmonthly",
    "dgrules",
  ]

  /// What describes the rate, or whom it is for, and changes no bill.
  static let descriptive: Set<String> = [
    "_comment", "approved", "basicinformationcomments", "country", "city", "state", "county",
    "demandcomments", "demandattrs", "energyattrs", "energycomments", "fixedattrs",
    "fixedchargecomments", "flatdemandattrs", "description", "eiaid", "is_default",
    "isdefault", "latest_update", "latestupdate", "maxdemand", "mindemand", "servicemax",
    "servicemin", "peakkwcapacityhistory", "peakkwcapacitymax", "peakkwcapacitymin",
    "peakkwhusagehistory", "peakkwhusagemax", "peakkwhusagemin", "phasewiring", "revisions",
    "sector", "servicetype", "sourceparent", "sourcereference", "supersedes", "usenetmetering",
    "voltagecategory", "voltagemaximum", "voltageminimum", "coincidentschedule",
    "coincidentrateunit", "coincidentdate",
  ]

  /// What makes a bill, but not one of ours, and why not.
  static let refused: [String: Message] = [
    "coincidentratestructure":
      "prices demand at the hour of the utility's own peak, which no load data tell",
    "demandratchetpercentage":
      "tells a share of earlier demand, but not of which months",
    "fixedchargeeaaddl": "is for every meter after the first, and an account has one",
  ]

  /// How to go on without a key, beside leaving it out.
  private static let instead: [String: Message] = [
    "coincidentratestructure":
      "what the utility bills for it goes into adjustments.csv, month by month",
    "demandratchetpercentage":
      """
    the utility's document names the months: put <ratchet percent="…" months-back="…"/> into the \
    demand charges, or give lookbackPercent and lookbackMonths in its place
    """,
    "sell": "what is paid goes into the tariff as <export-credit>, where it is one price",
  ]

  /// How to go on where a key cannot be carried.
  static func hint(_ key: String) -> Message {
    let leaveOut = URDBReader.leaveOut(key)
    return instead[key].map { "\(leaveOut); \($0)" } ?? leaveOut
  }

  /// The key that is meant.
  static func canonical(_ key: String) -> String {
    let small = key.lowercased()
    return aliases[small] ?? small
  }

  /// Every key that is known.
  static var all: [String] { (billed.union(descriptive).union(refused.keys)).sorted() }
}
