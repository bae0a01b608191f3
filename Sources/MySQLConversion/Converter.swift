import Analysis
import MySQLTarget
import PostgresCatalog
import SourceText

/// Rewrites typed PostgreSQL statements into MySQL.
///
///     let conversion = Converter(catalog: index, target: .standard).convert(typedTree)
///
/// Whatever no rule and no table of equal constructs names is declined: status `manual`, with a finding that says why.
