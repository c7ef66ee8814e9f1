import Testing

@Suite("What is wrong with readings")
struct DossierReadingsFaultTests {
  /// Tables, and everything that is wrong with them.
  private static let cases: [(name: String, tables: [String: String], faults: [String])] = [
    (
      "a month twice",
      [
        "readings.csv": """
        month,kwh
        2026-01,1
        2026-01,2
        """
      ],
      [
        "readings.csv:3:1: 2026-01 of account \"A\" is read a second time [reading-twice] -- rows of the old and the new meter are added up where events.csv has a row meter-change"
      ]
    ),
    (
      "more rows than meters",
      [
        "events.csv": """
        date,event
        2026-01-15,meter-change
        """,
        "readings.csv": """
        month,kwh
        2026-01,1
        2026-01,2
        2026-01,3
        2026-02,1
        2026-02,1
        """,
      ],
      [
        "readings.csv:4:1: 2026-01 of account \"A\" is read 3 times, but its meter was not exchanged so often [reading-twice] -- rows of the old and the new meter are added up where events.csv has a row meter-change",
        "readings.csv:6:1: 2026-02 of account \"A\" is read a second time [reading-twice] -- rows of the old and the new meter are added up where events.csv has a row meter-change",
      ]
    ),
    (
      "the other meter was exchanged",
      [
        "lines.csv": """
        line,capacity_kva
        1,2000
        2,1000
        """,
        "events.csv": """
        date,event,value
        2026-01-15,meter-change,1
        """,
        "readings.csv": """
        month,line,kwh
        2026-01,1,1
        2026-01,1,2
        2026-01,2,3
        2026-01,2,3
        """,
      ],
      [
        "readings.csv:5:1: 2026-01 of account \"A\", line \"2\", is read a second time [reading-twice] -- rows of the old and the new meter are added up where events.csv has a row meter-change"
      ]
    ),
    (
      "days that leave a gap",
      [
        "events.csv": """
        date,event
        2026-01-15,meter-change
        """,
        "readings.csv": """
        from,to,kwh
        2026-01-15,2026-01-31,1
        """,
      ],
      [
        "readings.csv:2:1: the rows of the meter are of 2026-01-15 to 2026-01-31, but 2026-01 is 2026-01-01 to 2026-01-31 [reading-period] -- the new meter's row begins on the day of its meter-change"
      ]
    ),
    (
      "lines and points there are not",
      [
        "lines.csv": """
        line,capacity_kva
        1,2000
        2,1000
        """,
        "points.csv": """
        point,line,role,sub_method,sub_value,tariff
        M,1,main,,,
        S,,sub,ratio,5,t2
        """,
        "readings.csv": """
        month,line,point,kwh
        2026-01,3,,1
        2026-02,,N,1
        2026-03,2,M,1
        2026-04,,S,1
        """,
      ],
      [
        "readings.csv:2:9: line \"3\" of account \"A\" does not stand in lines.csv [reading-line] -- its lines are 1, 2",
        "readings.csv:3:10: point \"N\" of account \"A\" does not stand in points.csv [reading-point] -- its points are M, S",
        "readings.csv:4:11: point \"M\" stands on line \"1\", but the row names line \"2\" [reading-point] -- leave the line out; points.csv tells it",
        "readings.csv:5:10: point \"S\" is not read: points.csv gives it a fixed share [reading-point] -- leave the row out, or write sub_method meter in points.csv",
      ]
    ),
    (
      "lines and points where none are listed",
      [
        "readings.csv": """
        month,line,point,kwh
        2026-01,3,,1
        2026-02,,N,1
        """
      ],
      [
        "readings.csv:2:9: line \"3\" of account \"A\" does not stand in lines.csv [reading-line] -- list the account's supply lines in lines.csv, or leave the column empty",
        "readings.csv:3:10: point \"N\" of account \"A\" does not stand in points.csv [reading-point] -- list the account's metering points in points.csv, or leave the column empty",
      ]
    ),
    (
      "the account and its lines",
      [
        "lines.csv": """
        line,capacity_kva
        1,2000
        2,1000
        """,
        "readings.csv": """
        month,line,kwh
        2026-01,,1
        2026-01,1,1
        """,
      ],
      [
        "readings.csv:2:1: the row of 2026-01 names no line, but the one in line 3 of the file does [reading-mixed] -- name the line in every row of the month, or read the account as a whole"
      ]
    ),
    (
      "what is not kept by line",
      [
        "lines.csv": """
        line,capacity_kva
        1,2000
        2,1000
        """,
        "readings.csv": """
        month,line,kwh,contract_demand_kw,max_demand_kva,max_demand_kvar,max_demand_kw_day
        2026-01,1,1,5,6,8,7
        """,
      ],
      [
        "readings.csv:2:13: \"5\" was read as contract_demand_kw, but it is not kept by supply line [reading-line] -- a line's contract demand stands in lines.csv; of demand, max_demand_kw is read",
        "readings.csv:2:15: \"6\" was read as max_demand_kva, but it is not kept by supply line [reading-line] -- a line's contract demand stands in lines.csv; of demand, max_demand_kw is read",
        "readings.csv:2:17: \"8\" was read as max_demand_kvar, but it is not kept by supply line [reading-line] -- a line's contract demand stands in lines.csv; of demand, max_demand_kw is read",
        "readings.csv:2:19: \"7\" was read as max_demand_kw_day, but it is not kept by supply line [reading-line] -- a line's contract demand stands in lines.csv; of demand, max_demand_kw is read",
      ]
    ),
    (
      "a register of one line only",
      [
        "lines.csv": """
        line,capacity_kva
        1,2000
        2,1000
        """,
        "readings.csv": """
        month,line,kwh,kvarh_forward
        2026-01,1,1,5
        2026-01,2,1,
        """,
      ],
      [
        "readings.csv:3:1: the row has no kvarh_forward, but line 2 of the file, which is added to it, has [reading-register] -- zero is a reading too"
      ]
    ),
    (
      "demand of two meters",
      [
        "points.csv": """
        point,role
        M1,main
        M2,main
        """,
        "readings.csv": """
        month,point,kwh,max_demand_kw
        2026-01,M1,1,5
        2026-01,M2,1,5
        """,
      ],
      [
        "readings.csv:3:1: the row has a maximum demand, and line 2 of the file has one of another meter too; their sum is not the demand of both [reading-demand] -- give the demand of both meters together in one of the rows"
      ]
    ),
    (
      "sub-meters",
      [
        "points.csv": """
        point,role,tariff
        M,main,
        S,sub,t2
        """,
        "readings.csv": """
        month,point,kwh_total,kwh_export
        2026-01,S,5,
        2026-02,M,5,
        2026-02,S,,1
        """,
      ],
      [
        "readings.csv:2:1: of 2026-01 of account \"A\" only sub-meters are read [reading-main] -- give a row of the main meter, which counts their energy too",
        "readings.csv:4:1: the sub-meter's row has no energy [reading-sub] -- fill in kwh_total; zero is a reading too",
        "readings.csv:4:12: \"1\" was read as kwh_export, but of a sub-meter only energy is billed [reading-sub] -- leave it empty in this row",
      ]
    ),
    (
      "contract demands that differ",
      [
        "events.csv": """
        date,event
        2026-01-15,meter-change
        """,
        "readings.csv": """
        month,kwh,contract_demand_kw
        2026-01,1,5
        2026-01,1,6
        """,
      ],
      [
        "readings.csv:3:11: the contract demand is 6, but 5 in line 2 of the file, of the same month [reading-register]"
      ]
    ),
    (
      "no calendar month",
      [
        "readings.csv": """
        from,to,kwh
        2026-01-02,2026-01-31,1
        """
      ],
      [
        "readings.csv:2:1: 2026-01-02 to 2026-01-31 is not a calendar month, and only those are billed [reading-period] -- give the readings of calendar months, or the account's reading_day"
      ]
    ),
    (
      "no billing period",
      [
        "accounts.csv": """
        account,tariff,reading_day
        A,t,16
        """,
        "readings.csv": """
        from,to,kwh
        2026-01-01,2026-01-31,1
        """,
      ],
      [
        "readings.csv:2:1: 2026-01-01 to 2026-01-31 is not a billing period; with reading day 16, 2026-02 is 2026-01-16 to 2026-02-15 [reading-period] -- correct the days, or reading_day in accounts.csv"
      ]
    ),
    (
      "dates and months",
      [
        "readings.csv": """
        month,from,to,kwh
        2026,,,1
        ,2026-01-01,x,1
        """
      ],
      [
        "readings.csv:2:1: \"2026\" is not a month; the form 2026-01 is expected [reading-month]",
        "readings.csv:3:2: \"2026-01-01\" to \"x\" are not dates; the form 2026-01-31 is expected [reading-month]",
      ]
    ),
    (
      "half a dial",
      [
        "readings.csv": """
        month,from_peak,to_peak,from_flat,to_valley
        2026-01,5,,,
        2026-02,,5,,
        """
      ],
      [
        "readings.csv:1:25: the column \"from_flat\" was read, but there is no column \"to_flat\" [dial-column] -- a dial's energy is the difference of two readings",
        "readings.csv:1:35: the column \"to_valley\" was read, but there is no column \"from_valley\" [dial-column] -- a dial's energy is the difference of two readings",
        "readings.csv:2:9: \"5\" was read, but the row has no to_peak [dial-half] -- fill in both readings, or neither",
        "readings.csv:3:10: \"5\" was read, but the row has no from_peak [dial-half] -- fill in both readings, or neither",
      ]
    ),
    (
      "a dial and its difference",
      [
        "readings.csv": """
        month,kwh_peak,from_peak,to_peak,kwh,from_all,to_all,kvarh_forward,from_kvarh_forward,to_kvarh_forward
        2026-01,5,1,2,6,1,2,7,1,2
        """
      ],
      [
        "readings.csv:2:9: the row has kwh_peak, and dial readings of peak too [dial-twice] -- keep one of the two",
        "readings.csv:2:15: the row has kwh, and dial readings of all too [dial-twice] -- keep one of the two",
        "readings.csv:2:21: the row has kvarh_forward, and dial readings of kvarh_forward too [dial-twice] -- keep one of the two",
      ]
    ),
    (
      "dials that run backwards",
      [
        "readings.csv": """
        month,from_peak,to_peak
        2026-01,8999.99,0003
        2026-02,9998,1001
        2026-03,09998,3
        2026-04,-1,x
        """
      ],
      [
        "readings.csv:2:17: to_peak is 0003, less than from_peak, 8999.99, and a dial that ends at 10000 cannot have passed its end between them [dial-backwards] -- was the meter exchanged? then give the old and the new meter a row each, and events.csv a row meter-change",
        "readings.csv:3:14: to_peak is 1001, less than from_peak, 9998, and a dial that ends at 10000 cannot have passed its end between them [dial-backwards] -- was the meter exchanged? then give the old and the new meter a row each, and events.csv a row meter-change",
        "readings.csv:4:15: to_peak is 3, less than from_peak, 09998, and a dial that ends at 100000 cannot have passed its end between them [dial-backwards] -- was the meter exchanged? then give the old and the new meter a row each, and events.csv a row meter-change",
        "readings.csv:5:9: \"-1\" is negative; zero or more is expected here [number]",
        "readings.csv:5:12: \"x\" is not a number: \"x\" at character 1 does not belong in one [number]",
      ]
    ),
    (
      "a multiplier that cannot be",
      [
        "accounts.csv": """
        account,tariff,multiplier
        A,t,400000
        """,
        "readings.csv": """
        month,from_peak,to_peak
        2026-01,1,99999
        """,
      ],
      [
        "readings.csv:2:11: peak counted 99998, and times the multiplier 400000 that is larger than any figure on a bill [dial-large] -- is the multiplier that of this meter?"
      ]
    ),
    (
      "more zeros than a dial has",
      [
        "readings.csv": """
        month,from_peak,to_peak
        2026-01,0000000000000000000000000000000000000000000009,0
        """
      ],
      [
        "readings.csv:2:56: to_peak is 0, less than from_peak, 0000000000000000000000000000000000000000000009, and a dial that ends at 1000000000000 cannot have passed its end between them [dial-backwards] -- was the meter exchanged? then give the old and the new meter a row each, and events.csv a row meter-change"
      ]
    ),
    (
      "which multiplier",
      [
        "points.csv": """
        point,role,multiplier
        M1,main,100
        M2,main,40
        """,
        "readings.csv": """
        month,from_peak,to_peak,from_flat,to_flat
        2026-01,1,2,3,4
        """,
      ],
      [
        "readings.csv:2:1: the row names no point, but the account's main points have different multipliers [dial-multiplier] -- add a column point; there are M1, M2"
      ]
    ),
    (
      "a sub-meter without multiplier",
      [
        "points.csv": """
        point,role,multiplier,tariff
        M,main,100,
        S,sub,,t2
        """,
        "readings.csv": """
        month,point,from_total,to_total
        2026-01,M,1,2
        2026-01,S,1,2
        """,
      ],
      [
        "readings.csv:3:1: sub-meter \"S\" has no multiplier, so its dials cannot be read [dial-multiplier] -- the account's 100 is the main meter's; give the sub-meter its own in points.csv, 1 where it has no transformers"
      ]
    ),
  ]

  @Test("Every fault is named with its place, and all at once", arguments: cases.indices)
  func faults(_ index: Int) throws {
    let (name, tables, expected) = Self.cases[index]
    let found = try DossierFolderTests.faults(tables)
    #expect(found == expected, "\(name)")
  }
}
