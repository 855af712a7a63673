import StableNumbers

/// Small documents that together cover every production, and the words that mutations insert.
enum DifferentialSeeds {
  static let documents: [String] = [
    "<a/>",
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone='yes'?>\n<a b=\"c\" d='e'>f</a>\n",
    "<!-- c --><?p d?><a><b/>t<c>u</c>&lt;&#38;&#x41;<![CDATA[x<y]]></a><!-- e --><?q?>",
    "<a b=\"1\t2\n3&#10;4&quot;\" c='&amp;&apos;'>\r\n]]&gt;\r</a>",
    "<!DOCTYPE a SYSTEM \"s\"><a>&u;</a>",
    "<!DOCTYPE a PUBLIC \"-//x\" 's' [<!ENTITY e 'v'>]><a b='&e;&u;'>&e;&u;</a>",
    "<!DOCTYPE a [<!ENTITY e \"x&#38;y<b c='d'/>\"><!ENTITY f '&e;&e;'>]><a>&f;</a>",
    "<!DOCTYPE a [<!ENTITY e 'one &#10; two'><!ENTITY l '&#60;'><!ENTITY q '\"'>]><a b='&e;&q;'>&l;b/></a>",
    "<!DOCTYPE a [<!ATTLIST a b CDATA 'd' c NMTOKENS ' x  y ' e (p|q) #IMPLIED f ID #REQUIRED>]><a f='  i '/>",
    "<!DOCTYPE a [<!ATTLIST a n NOTATION (x|y) 'x' m CDATA #FIXED 'k'><!NOTATION x SYSTEM 's'>"
      + "<!NOTATION y PUBLIC 'p'><!ENTITY u SYSTEM 's' NDATA x>]><a n='y' m='k'/>",
    "<!DOCTYPE a [<!ELEMENT a (b,(c|d)*,e?)+><!ELEMENT b (#PCDATA|c)*><!ELEMENT c EMPTY>"
      + "<!ELEMENT d ANY><!ELEMENT e (#PCDATA)>]><a/>",
    "<!DOCTYPE a [<!ENTITY % p \"<!ENTITY e 'v'>\">%p;<!-- c --><?p d?>]><a>&e;</a>",
    "<!DOCTYPE a [<!ENTITY % p SYSTEM 's'>%p;<!ENTITY e 'v'><!ATTLIST a b CDATA 'c'>]><a>&e;</a>",
    "<?xml version='1.0' standalone='yes'?><!DOCTYPE a [<!ENTITY % p '<!ENTITY f \"g\">'>%p;"
      + "<!ENTITY e 'v'>]><a b='&e;'>&e;</a>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM 'nowhere'><!ENTITY e '<b>&x;</b>'>]><a>&e;&x;</a>",
    "<!DOCTYPE a [<!ENTITY e '&f;'><!ENTITY f '&e;'>]><a>&e;</a>",
    "<!DOCTYPE a [<!ENTITY e '</a><a>'>]><a>&e;</a>",
    "<!DOCTYPE a [<!ENTITY e '<![CDATA[&f;]]><?p &f;?><!-- &f; -->'>]><a>&e;</a>",
    "<é ü='ß'>日本語 𝒳</é>",
    "<a xml:lang='en' xml:space='preserve' x.y-z_1='2'> <b\n/> </a >",
    "<!DOCTYPE a [<!ENTITY % zz '&#60;!ENTITY t \"error-prone\">'><!ENTITY % xx '&#37;zz;'>%xx;]><a>&t;</a>",
    "<!DOCTYPE a [<!ENTITY e 'a&#13;b&#9;c'>]><a b='&e;'>&e;</a>",
  ]

  static let words: [String] = [
    "<", ">", "&", ";", "\"", "'", "/", "?", "!", "-", "--", "-->", "<!--", "]]>", "]", "[", "=",
    " ", "\n",
    "\r", "\r\n", "\t", "%", "#", "&#", "&#x", "&#0;", "&#x10FFFF;", "&#xFFFE;", "&amp;", "&lt;",
    "&e;", "&f;",
    "&u;", "%p;", "%q;", "<?", "?>", "<?xml ", "<![CDATA[", "<!DOCTYPE a", "<!ENTITY ",
    "<!ENTITY e 'z'>",
    "<!ENTITY % p 'z'>", "<!ATTLIST ", "<!ATTLIST a b CDATA 'z'>", "<!ELEMENT ", "<!ELEMENT a ANY>",
    "<!NOTATION ", "SYSTEM ", "PUBLIC ", "NDATA ", "CDATA ", "NMTOKEN ", "#IMPLIED", "#FIXED ",
    "#PCDATA",
    "(", ")", "|", ",", "*", "+", "a", "b", "x", "1", ".", ":", "_", "<b/>", "<b>", "</b>", "</a>",
    " c='d'",
    "é", "\u{0}", "\u{1}", "\u{85}", "\u{FFFE}", "\u{2028}", "version", "encoding", "standalone",
    "'1.0'", "'1.1'", "'yes'", "'no'", "'UTF-16'", "xml", "XML", "EMPTY", "ANY", "ID", "NOTATION ",
  ]
}

extension SplitMix64 {
  /// Returns a small document: a seed with a few changes.
  mutating func document() -> [UInt8] {
    let seeds = DifferentialSeeds.documents
    var bytes = Array(seeds[Int.random(in: 0..<seeds.count, using: &self)].utf8)
    for _ in 0..<([1, 1, 1, 2, 2, 4].randomElement(using: &self) ?? 1) {
      let at = Int.random(in: 0...bytes.count, using: &self)
      let end = min(bytes.count, at + Int.random(in: 0...12, using: &self))
      switch Int.random(in: 0..<8, using: &self) {
      case 0: bytes.removeSubrange(at..<end)
      case 1:
        bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0...bytes.count, using: &self))
      case 2:
        let other = Array(seeds[Int.random(in: 0..<seeds.count, using: &self)].utf8)
        let from = Int.random(in: 0..<other.count, using: &self)
        let to = min(other.count, from + Int.random(in: 1...40, using: &self))
        bytes.insert(contentsOf: other[from..<to], at: at)
      case 3 where at < bytes.count: bytes[at] = UInt8.random(in: 0...255, using: &self)
      default:
        let word = DifferentialSeeds.words.randomElement(using: &self) ?? ""
        bytes.replaceSubrange(at..<(Bool.random(using: &self) ? at : end), with: word.utf8)
      }
    }
    return Int.random(in: 0..<8, using: &self) == 0 ? reencoded(bytes) : bytes
  }

  /// Returns the document in another encoding, sometimes declared.
  private mutating func reencoded(_ bytes: [UInt8]) -> [UInt8] {
    let kind = Int.random(in: 0..<4, using: &self)
    let names = ["ISO-8859-1", "US-ASCII", "UTF-16", "utf-16", "UTF-8"]
    let name = kind < 2 ? names[kind] : names.randomElement(using: &self) ?? ""
    var text = String(decoding: bytes, as: UTF8.self)
    if !text.hasPrefix("<?xml"), Bool.random(using: &self) {
      text = "<?xml version='1.0' encoding='\(name)'?>" + text
    }
    switch kind {
    case 0, 1: return text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    default:
      let mark: [UInt16] = Bool.random(using: &self) ? [0xFEFF] : []
      return (mark + Array(text.utf16)).flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
        return kind == 2 ? [high, low] : [low, high]
      }
    }
  }
}
