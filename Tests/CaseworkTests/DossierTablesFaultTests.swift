import Testing

@Suite("What is wrong with the tables of a dossier")
struct DossierTablesFaultTests {
  /// Tables, and everything that is wrong with them.
  private static let cases: [(name: String, tables: [String: String], faults: [String])] = [
    (
      "no account column where there are several",
      [
        "accounts.csv": """
        account,tariff
        plant-1,t
        plant-2,t
        """,
        "lines.csv": """
        line,capacity_kva
        1,2000
        """,
      ],
      [
        "lines.csv:1:1: the column \"account\" is expected, but the headings do not have it [missing-column] -- the first row must hold the headings"
      ]
    ),
    (
      "a row without account",
      [
        "accounts.csv": """
        account,tariff
        plant-1,t
        plant-2,t
        """,
        "issued.csv": """
        account,month,charge,amount
        ,2026-01,basic,1
        """,
      ],
      [
        "issued.csv:2:1: the row names no account [issued-account] -- accounts.csv holds several, so every row must say whose it is"
      ]
    ),
    (
      "an account there is not",
      [
        "accounts.csv": """
        account,tariff
        plant-1,t
        plant-2,t
        """,
        "issued.csv": """
        account,month,charge,amount
        plant-3,2026-01,basic,1
        """,
      ],
      [
        "issued.csv:2:1: account \"plant-3\" does not stand in accounts.csv [issued-account] -- did you mean \"plant-1\"?"
      ]
    ),
    (
      "further columns of accounts",
      [
        "accounts.csv": """
        account,tariff,own_generation_kw,resale_demand_kw
        A,t,-1,x
        """
      ],
      [
        "accounts.csv:2:5: \"-1\" is negative; zero or more is expected here [number]",
        "accounts.csv:2:8: \"x\" is not a number: \"x\" at character 1 does not belong in one [number]",
      ]
    ),
    (
      "line twice, and without capacity",
      [
        "lines.csv": """
        line,capacity_kva,standby
        1,2000,warm
        1,1,
        ,3,
        2,,hto
        """
      ],
      [
        "lines.csv:2:8: standby is \"warm\", but none, hot or cold is expected [line-value]",
        "lines.csv:3:1: line \"1\" of account \"A\" stands a second time; first in line 2 of the file [line-twice]",
        "lines.csv:4:1: the row has no line [line-value]",
        "lines.csv:5:1: the row has no capacity_kva [line-value]",
        "lines.csv:5:4: standby is \"hto\", but none, hot or cold is expected [line-value] -- did you mean \"hot\"?",
      ]
    ),
    (
      "transformers",
      [
        "transformers.csv": """
        id,kva,state,p0_kw,pk_kw,i0_percent,line
        T1,0,spare,,10,,
        T1,1,,,,,
        ,5,,,,,
        T2,x,,1,,200,9
        """
      ],
      [
        "transformers.csv:2:4: \"0\" kVA was read, but a transformer's rating above zero is expected [transformer-value]",
        "transformers.csv:2:6: state is \"spare\", but in-use, hot or cold is expected [transformer-value]",
        "transformers.csv:2:13: the row has pk_kw but no p0_kw [transformer-losses] -- losses are reckoned from the no-load loss on; fill in p0_kw, or leave all empty",
        "transformers.csv:3:1: transformer \"T1\" of account \"A\" stands a second time; first in line 2 [transformer-twice] -- events tell transformers by their id, so give each its own",
        "transformers.csv:4:1: the row has no id [transformer-value]",
        "transformers.csv:5:4: \"x\" is not a number: \"x\" at character 1 does not belong in one [number]",
        "transformers.csv:5:10: \"200\" percent was read, but 0 to 100 is expected [transformer-value]",
        "transformers.csv:5:14: line \"9\" of account \"A\" does not stand in lines.csv [transformer-line] -- list the account's supply lines in lines.csv, or leave the column empty",
      ]
    ),
    (
      "points",
      [
        "points.csv": """
        point,role,sub_method,sub_value,tariff,multiplier,taken_from,in_power_factor_base,line_loss_percent
        M,mian,,,,,,,
        M,main,,,,,,,
        S1,sub,,,,0,,,
        S2,sub,ratio,120,t2,,peak,maybe,1
        S3,sub,quantity,,t2,,,,
        S4,sub,meter,5,t2,,,,
        S5,parallel,,,,,,,
        S6,parallel,ratio,5,t2,,,,
        """
      ],
      [
        "points.csv:2:3: role is \"mian\", but main, sub or parallel is expected [point-value] -- did you mean \"main\"?",
        "points.csv:3:1: point \"M\" of account \"A\" stands a second time; first in line 2 [point-twice]",
        "points.csv:4:1: sub-meter \"S1\" has no tariff, by which its energy is billed [point-value] -- `tariffwise tariffs` lists the ids there are",
        "points.csv:4:11: the multiplier \"0\" was read, but a number above zero is expected [point-value]",
        "points.csv:5:14: \"120\" percent was read, but 0 to 100 is expected [point-value]",
        "points.csv:5:22: taken_from is \"peak\", but flat or pro-rata is expected [point-value]",
        "points.csv:5:27: in_power_factor_base is \"maybe\", but yes or no is expected [point-value]",
        "points.csv:5:33: \"1\" was read as line_loss_percent, but losses are added to the main meter's energy only [point-value] -- leave it empty for a sub-meter",
        "points.csv:6:1: the row has no sub_value [point-value] -- a percentage for ratio, kWh a month for quantity",
        "points.csv:7:14: \"5\" was read as sub_value, but a sub-meter that is read has none [point-value] -- write ratio or quantity in sub_method, or leave sub_value empty",
        "points.csv:8:1: sub-meter \"S5\" has no tariff, by which its energy is billed [point-value] -- `tariffwise tariffs` lists the ids there are",
        "points.csv:9:13: point \"S6\" is parallel to the main meter and needs a meter of its own; a share or a quantity is of what the main meter counts [point-parallel] -- leave sub_method empty, and give its readings with point S6",
      ]
    ),
    (
      "main points",
      [
        "lines.csv": """
        line,capacity_kva
        1,2000
        2,1000
        """,
        "accounts.csv": """
        account,tariff,voltage
        A,t,10kV
        """,
        "points.csv": """
        point,line,role,multiplier,metering_side,tariff,voltage,taken_from,line_loss_percent
        M1,1,main,100,hv,u,35kV,flat,1
        M2,3,main,40,lv,,kV,,2
        """,
      ],
      [
        "points.csv:2:18: the main point's tariff is \"u\", but its account is billed by \"t\" [point-value] -- leave it empty, or correct accounts.csv",
        "points.csv:2:20: the main point's voltage is 35kV, but its account's is 1-10kV [point-value] -- leave it empty, or correct accounts.csv",
        "points.csv:2:25: \"flat\" was read as taken_from, but only points of role sub have one [point-value]",
        "points.csv:3:4: line \"3\" of account \"A\" does not stand in lines.csv [point-line] -- its lines are 1, 2",
        "points.csv:3:14: metering_side is \"lv\", but \"hv\" in line 2, the account's other main point [point-value] -- it is one for the whole account",
        "points.csv:3:18: voltage is \"kV\", but below-1kV, 1-10kV, 20kV, 35kV, 66kV, 110kV, 220kV or 330kV is expected [point-value]",
        "points.csv:3:22: line_loss_percent is \"2\", but \"1\" in line 2, the account's other main point [point-value] -- it is one for the whole account",
      ]
    ),
    (
      "adjustments",
      [
        "adjustments.csv": """
        month,charge,kwh,price,amount,in_power_factor_base
        2026-13,a,,,1,
        2026-01,,,,1,
        2026-01,b,,,,
        2026-01,c,5,,,
        2026-01,d,,5,,
        2026-01,e,5,1,5,
        2026-01,f,,,1,2
        2026-01,g,,,1e3,
        """
      ],
      [
        "adjustments.csv:2:1: \"2026-13\" is not a month; the form 2026-01 is expected [adjustment-value]",
        "adjustments.csv:3:1: the row has no charge [adjustment-value]",
        "adjustments.csv:4:1: the row has neither an amount nor kwh and price [adjustment-value]",
        "adjustments.csv:5:11: the row has kwh but no price [adjustment-value] -- give both, or the amount",
        "adjustments.csv:6:12: the row has a price but no kwh [adjustment-value] -- give both, or the amount",
        "adjustments.csv:7:15: the row has an amount, and kwh too [adjustment-value] -- give either the amount, or kwh and price",
        "adjustments.csv:8:15: in_power_factor_base is \"2\", but yes or no is expected [adjustment-value]",
        "adjustments.csv:9:13: \"1e3\" is not a number: \"e\" at character 2 does not belong in one [number] -- write the number out in full, without an exponent",
      ]
    ),
    (
      "curve",
      [
        "curve.csv": """
        account,date,month,from,price
        B,2026-01-01,,00:00,1
        ,,,00:00,1
        ,2026-01-01,2026-01,00:00,1
        ,2026-01-32,,00:00,1
        ,,2026-02,24:00,1
        ,,2026-03,08:00,1
        ,,2026-03,09:00,1
        ,,2026-03,09:00,2
        """
      ],
      [
        "curve.csv:2:1: account \"B\" does not stand in accounts.csv [curve-account]",
        "curve.csv:3:1: the row names neither a date nor a month [curve-value]",
        "curve.csv:4:2: the row names a date, and a month too [curve-value] -- a price is of one day, or of every day of a month",
        "curve.csv:5:2: \"2026-01-32\" is not a date; the form 2026-01-31 is expected [curve-value]",
        "curve.csv:6:11: \"24:00\" was read, but a time from 00:00 to 23:59 is expected [curve-value] -- it is the time from which on the price holds, such as 08:00",
        "curve.csv:7:11: the prices of 2026-03 begin at 08:00, but 00:00 is expected [curve-start] -- every minute of a day needs a price; add a row from 00:00",
        "curve.csv:9:1: the price of 2026-03 from 09:00 stands a second time; first in line 8 [curve-twice]",
      ]
    ),
    (
      "issued",
      [
        "issued.csv":
          "month,charge,amount\nJanuary,basic,1\n2026-01,,1\n2026-01,basic,\n2026-01,basic,\"1,000\"\n"
      ],
      [
        "issued.csv:2:1: \"January\" is not a month; the form 2026-01 is expected [issued-value]",
        "issued.csv:3:1: the row has no charge [issued-value]",
        "issued.csv:4:1: the row has no amount [issued-value]",
        "issued.csv:5:16: \"1,000\" is not a number: the comma at character 2 does not belong in one [number] -- write numbers without thousands separators and with a decimal point: 1234.5",
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
