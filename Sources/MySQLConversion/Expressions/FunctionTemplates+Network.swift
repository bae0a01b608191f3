/// Network addresses, which are kept as PostgreSQL prints them. Source: PostgreSQL "Network Address Functions and Operators", MySQL
/// "Miscellaneous Functions"; each tried on PostgreSQL 15 and MySQL 9.7.
extension FunctionTemplates {
  static let network: [Row] = [
    Row("host(inet)", "CAST(SUBSTRING_INDEX({0}, '/', 1) AS CHAR)"),
    Row("family(inet)", "4 + 2 * (LOCATE(':', {0}) > 0)", .additive),
    Row("masklen(inet)", "CASE WHEN LOCATE('/', {0}) > 0 THEN CAST(SUBSTRING_INDEX({0}, '/', -1) AS SIGNED) WHEN LOCATE(':', {0}) > 0 THEN 128 WHEN {0} IS NOT NULL THEN 32 END"),
    Row("text(inet)", "CAST(IF(LOCATE('/', {0}) > 0, {0}, CONCAT({0}, IF(LOCATE(':', {0}) > 0, '/128', '/32'))) AS CHAR)"),
    Row("inet_same_family(inet,inet)", "(LOCATE(':', {0}) > 0) = (LOCATE(':', {1}) > 0)", .comparison),
    Row("network(inet)", "@network({0})"), Row("broadcast(inet)", "@broadcast({0})"), Row("netmask(inet)", "@netmask({0})"), Row("hostmask(inet)", "@hostmask({0})"),
    Row("set_masklen(inet,int4)", "@set_masklen({0}, {1})"),
    Row("+(inet,int8)", "@inet_plus({0}, {1})"), Row("+(int8,inet)", "@inet_plus({1}, {0})"), Row("-(inet,int8)", "@inet_plus({0}, -{1})"), Row("-(inet,inet)", "@inet_minus({0}, {1})"),
  ]
}
