import Testing

@Suite("What is wrong with events")
struct DossierEventsFaultTests {
  /// Tables, and everything that is wrong with them.
  private static let cases: [(name: String, tables: [String: String], faults: [String])] = [
    (
      "words and values",
      [
        "accounts.csv": """
        account,tariff,transformers
        A,t,1000+630
        """,
        "events.csv": """
        date,event,transformer,value
        2026-02-30,pause,630,
        2026-01-01,paus,630,
        2026-01-01,pause,,
        2026-01-01,pause,630,5
        2026-01-01,add,T3,
        2026-01-01,replace,630,0
        2026-01-01,contract,630,5
        2026-01-02,contract,,
        2026-01-02,method,,capacty
        2026-01-02,voltage,,12kV
        2026-01-02,meter-change,,M1
        """,
      ],
      [
        "events.csv:2:1: \"2026-02-30\" is not a date; the form 2026-01-31 is expected [event-value]",
        "events.csv:3:12: event is \"paus\", but pause, resume, add, remove, replace, contract, method, tariff, voltage or meter-change is expected [event-value] -- did you mean \"pause\"?",
        "events.csv:4:1: the row has no transformer [event-value]",
        "events.csv:5:22: \"5\" was read as value, but pause has none [event-value] -- leave it empty",
        "events.csv:6:1: the row has no value [event-value] -- the transformer's new rating in kVA",
        "events.csv:7:24: \"0\" kVA was read, but a transformer's rating above zero is expected [event-value]",
        "events.csv:8:21: \"630\" was read as transformer, but contract is not of a transformer [event-value]",
        "events.csv:9:1: the row has no value [event-value] -- the new contract demand in kW",
        "events.csv:10:20: value is \"capacty\", but capacity, contract-demand or actual-demand is expected [event-value] -- did you mean \"capacity\"?",
        "events.csv:11:21: voltage is \"12kV\", but below-1kV, 1-10kV, 20kV, 35kV, 66kV, 110kV, 220kV or 330kV is expected [event-value]",
        "events.csv:12:26: \"M1\" is neither a point nor a line of account \"A\" [event-meter] -- leave it empty where the account has one meter",
      ]
    ),
    (
      "units there are not",
      [
        "accounts.csv": """
        account,tariff,transformers
        A,t,1000+630
        """,
        "events.csv": """
        date,event,transformer,value
        2026-01-01,pause,633,
        2026-01-02,resume,T4,
        2026-01-03,add,630,500
        2026-01-04,remove,630,
        2026-01-05,pause,630,
        """,
      ],
      [
        "events.csv:2:18: account \"A\" has no transformer \"633\" on 2026-01-01 [event-unit] -- did you mean \"630\"?",
        "events.csv:3:19: account \"A\" has no transformer \"T4\" on 2026-01-02 [event-unit] -- it has 1000, 630",
        "events.csv:4:16: transformer \"630\" of account \"A\" is added, but it is there already [event-unit] -- give the new one another name",
        "events.csv:6:18: transformer \"630\" was taken away on 2026-01-04 (line 5) [event-unit]",
      ]
    ),
    (
      "no units at all",
      [
        "events.csv": """
        date,event,transformer
        2026-01-01,pause,630
        """
      ],
      [
        "events.csv:2:18: account \"A\" has no transformer \"630\" on 2026-01-01 [event-unit] -- list its transformers in transformers.csv or accounts.csv"
      ]
    ),
    (
      "two units of one rating",
      [
        "accounts.csv": """
        account,tariff,transformers
        A,t,630+630
        """,
        "events.csv": """
        date,event,transformer
        2026-01-01,pause,630
        """,
      ],
      [
        "events.csv:2:18: account \"A\" has 2 transformers \"630\", and the event does not tell which is meant [event-unit] -- list them in transformers.csv, each with an id of its own"
      ]
    ),
    (
      "two pauses in a row, in whatever order they stand",
      [
        "accounts.csv": """
        account,tariff,transformers
        A,t,1000+630
        """,
        "events.csv": """
        date,event,transformer
        2026-03-01,pause,630
        2026-01-01,pause,630
        """,
      ],
      [
        "events.csv:2:18: transformer \"630\" is paused on 2026-03-01, but it is paused since 2026-01-01 (line 3) [event-pause] -- a row resume belongs between the two"
      ]
    ),
    (
      "two resumptions in a row, and one without pause",
      [
        "accounts.csv": """
        account,tariff,transformers
        A,t,1000+630
        """,
        "events.csv": """
        date,event,transformer
        2026-01-01,pause,630
        2026-02-01,resume,630
        2026-03-01,resume,630
        2026-03-01,resume,1000
        """,
      ],
      [
        "events.csv:4:19: transformer \"630\" is resumed on 2026-03-01, but it is not paused; it was resumed on 2026-02-01 (line 3) [event-resume] -- a row pause belongs before it",
        "events.csv:5:19: transformer \"1000\" is resumed on 2026-03-01, but it is not paused [event-resume] -- a row pause belongs before it",
      ]
    ),
    (
      "two contracts on one day",
      [
        "events.csv": """
        date,event,value
        2026-01-01,contract,5
        2026-01-01,contract,6
        """
      ],
      [
        "events.csv:3:1: contract changes on 2026-01-01 a second time; first in line 2 [event-twice] -- keep the row that is in force"
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
