extension StoreSchema {
  /// Views for those who look at a store with other programs: `ranked`, `by_industry`,
  /// `by_finding` and `errors`.
  static let views = """
    CREATE VIEW all_findings AS
      SELECT account, position, code FROM findings
      UNION ALL SELECT account, position, code FROM peer_findings;

    -- The columns of the answer, the first rank first; a reason is told by its code.
    CREATE VIEW ranked AS
      SELECT account, name, industry, energy_kwh, total, average_price, peer_median_price,
        price_deviation, robust_z, basic_share, peer_basic_share, load_ratio, load_factor,
        valley_share, power_factor,
        (SELECT group_concat(code, ' ') FROM (
          SELECT code FROM all_findings WHERE all_findings.account = accounts.account
          ORDER BY position)) AS findings,
        best_lever, saving, rank, error, best_lever_to, saving_of_an_even_load, reason, voltage,
        tariff, currency, months, incomplete_months, max_demand_kw, capacity_kva, size_band,
        peer_industry, peer_voltage, peers
      FROM ranking JOIN accounts USING (account)
      ORDER BY position;

    -- Sums over all accounts billed; the median over those whose data are not in doubt.
    CREATE VIEW by_industry AS
      WITH sums AS (
        SELECT industry, currency, money_digits, count(*) AS accounts, sum(total_steps) AS total,
          coalesce(sum(saving_steps), 0) AS saving
        FROM accounts WHERE error IS NULL GROUP BY industry, currency, money_digits),
      prices AS (
        SELECT industry, currency, money_digits, price_steps,
          row_number() OVER (like_accounts ORDER BY price_steps) AS place,
          count(*) OVER like_accounts AS accounts
        FROM accounts WHERE is_suspect = 0 AND price_steps IS NOT NULL
        WINDOW like_accounts AS (PARTITION BY industry, currency, money_digits)),
      medians AS (
        SELECT industry, currency, money_digits, sum(price_steps) / count(*) AS price
        FROM prices WHERE place IN ((accounts + 1) / 2, (accounts + 2) / 2)
        GROUP BY industry, currency, money_digits)
      SELECT industry, currency, accounts, \(amount("total", "money_digits")) AS total,
        rtrim(rtrim(\(amount("price", "\(priceDigits)")), '0'), '.') AS median_price,
        \(amount("saving", "money_digits")) AS saving
      FROM sums LEFT JOIN medians USING (industry, currency, money_digits)
      ORDER BY industry, currency;

    CREATE VIEW by_finding AS
      WITH codes AS (SELECT DISTINCT account, code FROM all_findings),
      sums AS (
        SELECT code, currency, money_digits, count(*) AS accounts,
          coalesce(sum(saving_steps), 0) AS saving
        FROM codes JOIN accounts USING (account) GROUP BY code, currency, money_digits)
      SELECT code, currency, accounts, \(amount("saving", "money_digits")) AS saving
      FROM sums ORDER BY accounts DESC, code, currency;

    CREATE VIEW errors AS
      SELECT account, name, industry, voltage, tariff, error
      FROM accounts WHERE error IS NOT NULL ORDER BY account;
    """

  /// A whole number of steps as decimal text, in SQL.
  private static func amount(_ steps: String, _ digits: String) -> String {
    let one = "CAST('1' || substr('000000000000', 1, \(digits)) AS INTEGER)"
    return """
      (CASE WHEN \(steps) < 0 THEN '-' ELSE '' END || (abs(\(steps)) / \(one))
        || CASE WHEN \(digits) > 0 THEN '.'
          || substr(printf('%012d', abs(\(steps)) % \(one)), -\(digits)) ELSE '' END)
      """
  }
}
