/// The grammar of all statements but queries and data changes, as data: one file of `Rules/` a family.
///
/// One rule a paragraph, named `name = …` or, where it makes a node, `name -> kind role = …`; further lines are indented. `# …` names the rules of
/// gram.y that it stands for; some of them are merged. Words in capitals are keywords, `'x'` marks, `"x"` words that became keywords after
/// PostgreSQL 15, lower-case words other rules or the terminals of `RuleTerminal`. `role:x` gives the nodes that `x` leaves their role; `[x]`
/// may be
/// left out, `{x}` stands any number of times, `x%` is a list with commas. `!kind`, `@detail` and `+mark` say of the node of the rule around
/// (or of the rule that called it) what kind it is, its detail and its marks; `^feature` is syntax that came after
/// PostgreSQL 14, and `~check` what gram.y's action checks (`RuleCheck`).
///
/// The first alternative that fits is taken and not gone back on, so longer ones stand first. A statement's rule has the name of its first word.
enum UtilityRules {
  static let text = [session, data, tables, objects, alterations, otherObjects, privileges].joined(separator: "\n")
}
