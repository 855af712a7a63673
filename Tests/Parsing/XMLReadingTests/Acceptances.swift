extension Acceptance {
  static let content: [Acceptance] = [
    Acceptance("<a/>", "(a", ")a"),
    Acceptance("<a></a >\n", "(a", ")a"),
    Acceptance("\u{FEFF}<?xml version='1.0'?>\n<a/>", "(a", ")a"),
    Acceptance("<?xml version=\"1.9\" encoding=\"utf-8\" standalone=\"no\" ?><a/>", "(a", ")a"),
    Acceptance("<?p?><a/><?q  d ?>", "?p ", "(a", ")a", "?q d "),
    Acceptance("<?xml-stylesheet x?><a/>", "?xml-stylesheet x", "(a", ")a"),
    Acceptance("<a\tb = 'c'\n d=\"e\"/>", "(a", "Ab c", "Ad e", ")a"),
    Acceptance("<a b='>\"]]>'/>", "(a", "Ab >\"]]>", ")a"),
    Acceptance("<a>x<!-- - -->y<![CDATA[<&]]]]>&gt;</a>", "(a", "-xy<&]]>", ")a"),
    Acceptance("<a>&amp;&lt;&gt;&quot;&apos;&#65;&#x1D4B3;</a>", "(a", "-&<>\"'A𝒳", ")a"),
    Acceptance("<a>\r\n1\r2\n\t\\</a>", "(a", "-\\n1\\n2\\n\\t\\\\", ")a"),
    Acceptance("<a>&#13;&#10;</a>", "(a", "-\r\\n", ")a"),
    Acceptance("<a><![CDATA[\r\n\r]]></a>", "(a", "-\\n\\n", ")a"),
    Acceptance("<a><?p x\r\ny?></a>", "(a", "?p x\\ny", ")a"),
    Acceptance("<a b='1\t2\r\n3\r4\n5 &#9;&#10;&#13;'/>", "(a", "Ab 1 2 3 4 5 \\t\\n\r", ")a"),
    Acceptance("<a>] ]] ]>></a>", "(a", "-] ]] ]>>", ")a"),
    Acceptance("<:a.b-c_1 é='ü'>日本語</:a.b-c_1>", "(:a.b-c_1", "Aé ü", "-日本語", "):a.b-c_1"),
    Acceptance("<a><![CDATA[]]></a>", "(a", ")a"),
    Acceptance("<a><b/>t<b></b></a>", "(a", "(b", ")b", "-t", "(b", ")b", ")a"),
  ]

  static let entities: [Acceptance] = [
    Acceptance("<!DOCTYPE a [<!ENTITY e 'v'>]><a b='&e;'>&e;</a>", "(a", "Ab v", "-v", ")a"),
    Acceptance("<!DOCTYPE a [<!ENTITY e 'v'><!ENTITY e 'w'>]><a>&e;</a>", "(a", "-v", ")a"),
    Acceptance(
      "<!DOCTYPE a [<!ENTITY e \"x<b c='d'/>y\">]><a>1&e;2</a>", "(a", "-1x", "(b", "Ac d", ")b",
      "-y2", ")a"),
    Acceptance("<!DOCTYPE a [<!ENTITY e '&#38;#38;'>]><a>&e;</a>", "(a", "-&", ")a"),
    Acceptance("<!DOCTYPE a [<!ENTITY e '&#60;b/>'>]><a>&e;</a>", "(a", "(b", ")b", ")a"),
    Acceptance(
      "<!DOCTYPE a [<!ENTITY e '&f;'><!ENTITY f '\"'>]><a b=\"&e;\"/>", "(a", "Ab \"", ")a"),
    Acceptance(
      "<!DOCTYPE a [<!ENTITY e 'x&#13;&#10;&#9;y'>]><a b='&e;'>&e;</a>",
      "(a", "Ab x   y", "-x\r\\n\\ty", ")a"),
    Acceptance("<!DOCTYPE a [<!ENTITY e 'x\r\ny'>]><a>&e;</a>", "(a", "-x\\ny", ")a"),
    Acceptance("<!DOCTYPE a [<!ENTITY e ''>]><a>&e;</a>", "(a", ")a"),
    Acceptance("<!DOCTYPE a [<!ENTITY lt '&#38;#60;'>]><a>&lt;</a>", "(a", "-<", ")a"),
    Acceptance(
      "<!DOCTYPE a [<!ENTITY % z '&#60;!ENTITY t \"v\">'><!ENTITY % x '&#37;z;'>%x;]><a>&t;</a>",
      "(a", "-v", ")a"),
    Acceptance("<!DOCTYPE a [<!ENTITY % p '<?q d?><!-- c -->'>%p;]><a/>", "?q d", "(a", ")a"),
    Acceptance("<!DOCTYPE a SYSTEM 's'><a b='x&u;y'>1&u;2</a>", "(a", "Ab xy", "-12", ")a"),
    Acceptance("<!DOCTYPE a [<!ENTITY e SYSTEM 's'>]><a>1&e;2</a>", "(a", "-12", ")a"),
    Acceptance("<!DOCTYPE a [%u;<!ENTITY e 'v'><!ATTLIST a b CDATA 'c'>]><a>&e;</a>", "(a", ")a"),
    Acceptance(
      "<?xml version='1.0' standalone='yes'?><!DOCTYPE a [%u;<!ENTITY e 'v'>]><a>&e;</a>",
      "(a", "-v", ")a"),
  ]

  static let attributeLists: [Acceptance] = [
    Acceptance(
      "<!DOCTYPE a [<!ATTLIST a b CDATA ' x  y ' c NMTOKENS ' x  y '>]><a d='1'/>",
      "(a", "Ad 1", "Ab  x  y ", "Ac x y", ")a"),
    Acceptance(
      "<!DOCTYPE a [<!ATTLIST a b NMTOKEN #IMPLIED c CDATA #REQUIRED>]><a b='\tx&#32; ' c=' y '/>",
      "(a", "Ab x", "Ac  y ", ")a"),
    Acceptance(
      "<!DOCTYPE a [<!ATTLIST a b CDATA '1'><!ATTLIST a b CDATA '2' c CDATA #FIXED '3'>]><a/>",
      "(a", "Ab 1", "Ac 3", ")a"),
    Acceptance("<!DOCTYPE a [<!ATTLIST a b (x|y) 'x'>]><a b='y'/>", "(a", "Ab y", ")a"),
    Acceptance(
      "<!DOCTYPE a [<!ATTLIST b c CDATA 'd'>]><a><b/><b c=''/></a>",
      "(a", "(b", "Ac d", ")b", "(b", "Ac ", ")b", ")a"),
    Acceptance(
      "<!DOCTYPE a [<!ENTITY e 'v'><!ATTLIST a b CDATA '&e;&#10;'>]><a/>", "(a", "Ab v\\n", ")a"),
    Acceptance(
      "<!DOCTYPE a [<!ATTLIST a><!ATTLIST a b NOTATION (n) 'n' ><!NOTATION n PUBLIC 'p'>]><a/>",
      "(a", "Ab n", ")a"),
    Acceptance(
      "<!DOCTYPE a [<!ELEMENT a (b?,(c|d+)*,((e)))><!ELEMENT b (#PCDATA)*><!ELEMENT c ( #PCDATA | b )* >"
        + "<!ELEMENT d EMPTY ><!ELEMENT e ANY>]><a/>", "(a", ")a"),
  ]
}
