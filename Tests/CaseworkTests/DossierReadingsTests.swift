import Casework
import Quantities
import Testing
import Use

@Suite("Readings of lines, points and billing periods")
struct DossierReadingsTests {
  private typealias Folder = DossierFolderTests

  private func kwh(_ whole: Int) -> Energy { Energy(kilowattHours: whole) }

  @Test("Energy is added over the lines of a month; demand stays with its line")
  func lines() throws {
    let months = try Folder.readings([
      "lines.csv": "line,capacity_kva\n1,2000\n2,1000\n",
      "readings.csv": """
      month,line,kwh_peak,kwh_flat,max_demand_kw,kvarh_forward,kwh_export
      2026-01,1,100,200,50,30,5
      2026-01,2,10,20,40,3,
      2026-02,1,1,2,3,4,
      2026-02,2,0,0,0,0,
      """,
    ])
    let first = try #require(months.first)
    #expect(months.count == 2)
    #expect(
      first.energy == [
        RegisterEnergy(period: .peak, energy: kwh(110)),
        RegisterEnergy(period: .flat, energy: kwh(220)),
      ])
    #expect(first.total == nil)
    #expect(first.maximumDemand == nil)
    #expect(first.lineDemand == ["1": Power(50), "2": Power(40)])
    #expect(first.reactiveForward == kwh(33))
    #expect(first.exported == kwh(5))
  }

  @Test("The highest reactive power of a month is read, and may be left empty")
  func reactiveDemand() throws {
    let months = try Folder.readings([
      "readings.csv": """
      month,kwh,max_demand_kvar
      2026-01,100,250.5
      2026-02,100,90
      2026-03,100,
      """
    ])
    #expect(months.map(\.maximumReactive) == [try Power("250.5"), Power(90), nil])
  }

  @Test("The energy of a sub-meter is kept under its name, beside the main meter's")
  func subMeters() throws {
    let months = try Folder.readings([
      "points.csv":
        "point,role,multiplier,tariff\nM,main,100,\noffice,sub,10,t2\n",
      "readings.csv": """
      month,point,kwh_peak,kwh_flat,from_total,to_total,max_demand_kw
      2026-01,M,600,400,,,50
      2026-01,office,,,120,125.5,2
      2026-02,M,,,10,20,60
      2026-02,office,7,8,,,
      """,
    ])
    #expect(months.map(\.totalEnergy) == [kwh(1000), kwh(1000)])
    #expect(months.map(\.subMeters) == [["office": kwh(55)], ["office": kwh(15)]])
    #expect(months.map(\.maximumDemand) == [Power(50), Power(60)])
  }

  @Test("Two rows of a month are added up where the meter was exchanged", arguments: [false, true])
  func meterChange(byDays: Bool) throws {
    let days =
      byDays ? ["2026-01-01,2026-01-14,", "2026-01-15,2026-01-31,"] : [",,2026-01", ",,2026-01"]
    let months = try Folder.readings([
      "accounts.csv": "account,tariff,multiplier\nA,t,100\n",
      "events.csv": "date,event\n2026-01-15,meter-change\n",
      "readings.csv": """
      from,to,month,from_total,to_total,max_demand_kw,kvarh_forward,max_demand_kvar
      \(days[0]),9000,9010.5,50,7,20
      \(days[1]),0,3,60,8,30
      """,
    ])
    let month = try #require(months.first)
    #expect(months.count == 1)
    #expect(month.total == kwh(1350))
    #expect(month.maximumDemand == Power(60))
    #expect(month.reactiveForward == kwh(15))
    #expect(month.maximumReactive == Power(30))
  }

  @Test("From reading day to reading day is the month of the day it closes on")
  func readingDay() throws {
    let months = try Folder.readings([
      "accounts.csv": "account,tariff,reading_day\nA,t,16\n",
      "readings.csv": "from,to,kwh\n2025-12-16,2026-01-15,10\n2026-01-16,2026-02-15,20\n",
    ])
    #expect(months.map(\.month.description) == ["2026-01", "2026-02"])
    #expect(months.map(\.totalEnergy) == [kwh(10), kwh(20)])
  }

  @Test("Main meters of several multipliers, each on its line")
  func multipliers() throws {
    let months = try Folder.readings([
      "lines.csv": "line,capacity_kva\n1,2000\n2,1000\n",
      "points.csv": "point,line,role,multiplier\nM1,1,main,100\nM2,2,main,40\n",
      "readings.csv": """
      month,line,point,from_all,to_all,max_demand_kw
      2026-01,1,,1,2,9
      2026-01,,M2,1,2,8
      """,
    ])
    let month = try #require(months.first)
    #expect(month.energy == [RegisterEnergy(period: .all, energy: kwh(140))])
    #expect(month.lineDemand == ["1": Power(9), "2": Power(8)])
  }
}
