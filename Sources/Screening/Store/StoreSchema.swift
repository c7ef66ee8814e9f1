import GRDB

/// The tables of a store.
///
/// Numbers that are no whole ones are decimal text and exact; `CAST(total AS REAL)` sorts and
/// compares them. The columns `…_steps` hold some of them once more, as whole numbers of their
/// smallest unit: these are what the views add up.
enum StoreSchema {
  /// Tells stores from files of other programs: `TWSC`.
  static let owner: Int64 = 0x5457_5343
  /// Grows with each change of the tables.
  static let version = 1
  /// Digits of the steps in which prices are held for medians.
  static let priceDigits = 6

  /// Makes the tables and views.
  static func create(_ database: Database) throws {
    try database.execute(sql: tables)
    try database.execute(sql: views)
    try database.execute(
      sql: "PRAGMA application_id = \(owner); PRAGMA user_version = \(version)")
  }

  private static let tables = """
    -- What results depend on, as it was when the run began.
    CREATE TABLE inputs (
      kind TEXT NOT NULL CHECK (kind IN ('file', 'text', 'value')),
      name TEXT NOT NULL,
      size INTEGER,
      modified TEXT,
      hash TEXT,
      value TEXT,
      PRIMARY KEY (kind, name)
    ) WITHOUT ROWID;

    -- Each start of the program on this store; one without end was stopped.
    CREATE TABLE runs (
      run INTEGER PRIMARY KEY,
      started_at TEXT NOT NULL,
      ended_at TEXT,
      resumed INTEGER NOT NULL,
      accounts_read INTEGER NOT NULL DEFAULT 0,
      rows_saved INTEGER NOT NULL DEFAULT 0
    );

    CREATE TABLE accounts (
      account TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      industry TEXT NOT NULL,
      voltage TEXT,
      tariff TEXT NOT NULL,
      error TEXT,
      currency TEXT,
      money_digits INTEGER,
      months INTEGER,
      incomplete_months INTEGER,
      energy_kwh TEXT,
      total TEXT,
      average_price TEXT,
      basic_share TEXT,
      load_ratio TEXT,
      load_factor TEXT,
      valley_share TEXT,
      power_factor TEXT,
      max_demand_kw TEXT,
      capacity_kva TEXT,
      best_lever TEXT,
      best_lever_to TEXT,
      saving TEXT,
      saving_of_an_even_load TEXT,
      is_suspect INTEGER,
      total_steps INTEGER,
      saving_steps INTEGER,
      price_steps INTEGER,
      place TEXT NOT NULL,
      run INTEGER NOT NULL REFERENCES runs (run),
      CHECK ((error IS NULL) = (total IS NOT NULL))
    ) WITHOUT ROWID;

    -- What stands out of an account by itself.
    CREATE TABLE findings (
      account TEXT NOT NULL REFERENCES accounts (account) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      code TEXT NOT NULL,
      PRIMARY KEY (account, position)
    ) WITHOUT ROWID;

    -- Columns of accounts.csv that mean nothing to the program.
    CREATE TABLE extras (
      account TEXT NOT NULL REFERENCES accounts (account) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      heading TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (account, position)
    ) WITHOUT ROWID;

    -- Where accounts stand among each other; empty until all are done.
    CREATE TABLE ranking (
      position INTEGER PRIMARY KEY,
      account TEXT NOT NULL UNIQUE REFERENCES accounts (account) ON DELETE CASCADE,
      rank INTEGER,
      reason TEXT NOT NULL,
      size_band TEXT,
      peer_industry TEXT,
      peer_voltage TEXT,
      peers INTEGER,
      peer_median_price TEXT,
      price_deviation TEXT,
      robust_z TEXT,
      peer_basic_share TEXT
    );

    -- What stands out of an account among its like, behind its own findings.
    CREATE TABLE peer_findings (
      account TEXT NOT NULL REFERENCES ranking (account) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      code TEXT NOT NULL,
      PRIMARY KEY (account, position)
    ) WITHOUT ROWID;
    """
}
