extension Keywords {
  /// `word class [label]`, sorted, one row for each case of `Keyword` in order: the class as `pg_get_keywords().catcode` (U unreserved, C can be
  /// a column name, T can be a type or function name, R reserved), `bare` where the word can be a column label without AS.
  /// Made on PostgreSQL 15 by
  /// `SELECT word, catcode, CASE WHEN barelabel THEN 'bare' END FROM pg_get_keywords() ORDER BY word COLLATE "C"`.
  static let table = """
    abort U bare
    absolute U bare
    access U bare
    action U bare
    add U bare
    admin U bare
    after U bare
    aggregate U bare
    all R bare
    also U bare
    alter U bare
    always U bare
    analyse R bare
    analyze R bare
    and R bare
    any R bare
    array R
    as R
    asc R bare
    asensitive U bare
    assertion U bare
    assignment U bare
    asymmetric R bare
    at U bare
    atomic U bare
    attach U bare
    attribute U bare
    authorization T bare
    backward U bare
    before U bare
    begin U bare
    between C bare
    bigint C bare
    binary T bare
    bit C bare
    boolean C bare
    both R bare
    breadth U bare
    by U bare
    cache U bare
    call U bare
    called U bare
    cascade U bare
    cascaded U bare
    case R bare
    cast R bare
    catalog U bare
    chain U bare
    char C
    character C
    characteristics U bare
    check R bare
    checkpoint U bare
    class U bare
    close U bare
    cluster U bare
    coalesce C bare
    collate R bare
    collation T bare
    column R bare
    columns U bare
    comment U bare
    comments U bare
    commit U bare
    committed U bare
    compression U bare
    concurrently T bare
    configuration U bare
    conflict U bare
    connection U bare
    constraint R bare
    constraints U bare
    content U bare
    continue U bare
    conversion U bare
    copy U bare
    cost U bare
    create R
    cross T bare
    csv U bare
    cube U bare
    current U bare
    current_catalog R bare
    current_date R bare
    current_role R bare
    current_schema T bare
    current_time R bare
    current_timestamp R bare
    current_user R bare
    cursor U bare
    cycle U bare
    data U bare
    database U bare
    day U
    deallocate U bare
    dec C bare
    decimal C bare
    declare U bare
    default R bare
    defaults U bare
    deferrable R bare
    deferred U bare
    definer U bare
    delete U bare
    delimiter U bare
    delimiters U bare
    depends U bare
    depth U bare
    desc R bare
    detach U bare
    dictionary U bare
    disable U bare
    discard U bare
    distinct R bare
    do R bare
    document U bare
    domain U bare
    double U bare
    drop U bare
    each U bare
    else R bare
    enable U bare
    encoding U bare
    encrypted U bare
    end R bare
    enum U bare
    escape U bare
    event U bare
    except R
    exclude U bare
    excluding U bare
    exclusive U bare
    execute U bare
    exists C bare
    explain U bare
    expression U bare
    extension U bare
    external U bare
    extract C bare
    false R bare
    family U bare
    fetch R
    filter U
    finalize U bare
    first U bare
    float C bare
    following U bare
    for R
    force U bare
    foreign R bare
    forward U bare
    freeze T bare
    from R
    full T bare
    function U bare
    functions U bare
    generated U bare
    global U bare
    grant R
    granted U bare
    greatest C bare
    group R
    grouping C bare
    groups U bare
    handler U bare
    having R
    header U bare
    hold U bare
    hour U
    identity U bare
    if U bare
    ilike T bare
    immediate U bare
    immutable U bare
    implicit U bare
    import U bare
    in R bare
    include U bare
    including U bare
    increment U bare
    index U bare
    indexes U bare
    inherit U bare
    inherits U bare
    initially R bare
    inline U bare
    inner T bare
    inout C bare
    input U bare
    insensitive U bare
    insert U bare
    instead U bare
    int C bare
    integer C bare
    intersect R
    interval C bare
    into R
    invoker U bare
    is T bare
    isnull T
    isolation U bare
    join T bare
    key U bare
    label U bare
    language U bare
    large U bare
    last U bare
    lateral R bare
    leading R bare
    leakproof U bare
    least C bare
    left T bare
    level U bare
    like T bare
    limit R
    listen U bare
    load U bare
    local U bare
    localtime R bare
    localtimestamp R bare
    location U bare
    lock U bare
    locked U bare
    logged U bare
    mapping U bare
    match U bare
    matched U bare
    materialized U bare
    maxvalue U bare
    merge U bare
    method U bare
    minute U
    minvalue U bare
    mode U bare
    month U
    move U bare
    name U bare
    names U bare
    national C bare
    natural T bare
    nchar C bare
    new U bare
    next U bare
    nfc U bare
    nfd U bare
    nfkc U bare
    nfkd U bare
    no U bare
    none C bare
    normalize C bare
    normalized U bare
    not R bare
    nothing U bare
    notify U bare
    notnull T
    nowait U bare
    null R bare
    nullif C bare
    nulls U bare
    numeric C bare
    object U bare
    of U bare
    off U bare
    offset R
    oids U bare
    old U bare
    on R
    only R bare
    operator U bare
    option U bare
    options U bare
    or R bare
    order R
    ordinality U bare
    others U bare
    out C bare
    outer T bare
    over U
    overlaps T
    overlay C bare
    overriding U bare
    owned U bare
    owner U bare
    parallel U bare
    parameter U bare
    parser U bare
    partial U bare
    partition U bare
    passing U bare
    password U bare
    placing R bare
    plans U bare
    policy U bare
    position C bare
    preceding U bare
    precision C
    prepare U bare
    prepared U bare
    preserve U bare
    primary R bare
    prior U bare
    privileges U bare
    procedural U bare
    procedure U bare
    procedures U bare
    program U bare
    publication U bare
    quote U bare
    range U bare
    read U bare
    real C bare
    reassign U bare
    recheck U bare
    recursive U bare
    ref U bare
    references R bare
    referencing U bare
    refresh U bare
    reindex U bare
    relative U bare
    release U bare
    rename U bare
    repeatable U bare
    replace U bare
    replica U bare
    reset U bare
    restart U bare
    restrict U bare
    return U bare
    returning R
    returns U bare
    revoke U bare
    right T bare
    role U bare
    rollback U bare
    rollup U bare
    routine U bare
    routines U bare
    row C bare
    rows U bare
    rule U bare
    savepoint U bare
    schema U bare
    schemas U bare
    scroll U bare
    search U bare
    second U
    security U bare
    select R bare
    sequence U bare
    sequences U bare
    serializable U bare
    server U bare
    session U bare
    session_user R bare
    set U bare
    setof C bare
    sets U bare
    share U bare
    show U bare
    similar T bare
    simple U bare
    skip U bare
    smallint C bare
    snapshot U bare
    some R bare
    sql U bare
    stable U bare
    standalone U bare
    start U bare
    statement U bare
    statistics U bare
    stdin U bare
    stdout U bare
    storage U bare
    stored U bare
    strict U bare
    strip U bare
    subscription U bare
    substring C bare
    support U bare
    symmetric R bare
    sysid U bare
    system U bare
    table R bare
    tables U bare
    tablesample T bare
    tablespace U bare
    temp U bare
    template U bare
    temporary U bare
    text U bare
    then R bare
    ties U bare
    time C bare
    timestamp C bare
    to R
    trailing R bare
    transaction U bare
    transform U bare
    treat C bare
    trigger U bare
    trim C bare
    true R bare
    truncate U bare
    trusted U bare
    type U bare
    types U bare
    uescape U bare
    unbounded U bare
    uncommitted U bare
    unencrypted U bare
    union R
    unique R bare
    unknown U bare
    unlisten U bare
    unlogged U bare
    until U bare
    update U bare
    user R bare
    using R bare
    vacuum U bare
    valid U bare
    validate U bare
    validator U bare
    value U bare
    values C bare
    varchar C bare
    variadic R bare
    varying U
    verbose T bare
    version U bare
    view U bare
    views U bare
    volatile U bare
    when R bare
    where R
    whitespace U bare
    window R
    with R
    within U
    without U
    work U bare
    wrapper U bare
    write U bare
    xml U bare
    xmlattributes C bare
    xmlconcat C bare
    xmlelement C bare
    xmlexists C bare
    xmlforest C bare
    xmlnamespaces C bare
    xmlparse C bare
    xmlpi C bare
    xmlroot C bare
    xmlserialize C bare
    xmltable C bare
    year U
    yes U bare
    zone U bare
    """
}
