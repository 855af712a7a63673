import SceneModel
import StableNumbers

extension LoadedDescription {
  /// Both descriptions as text when they differ; nil when they are equal.
  func difference(_ slicer: String?) -> (ours: String, slicer: String)? {
    func differ(_ ours: String) -> (String, String) {
      ("description \(ours)", slicer.map { "'\($0)'" } ?? "nothing")
    }
    switch self {
    case .unspecified: return nil
    case .none: return slicer == nil ? nil : differ("nothing")
    case .text(let bytes): return slicer == utf8Text(bytes) ? nil : differ("'\(utf8Text(bytes))'")
    case .ofColorType(let type):
      let known = ColorDescription.digests[type] ?? ColorDescription.unknownType
      return slicer.map { ColorDescription.digest($0) } == known ? nil : differ("of type \(type)")
    }
  }
}

/// Digests of the descriptions that 3D Slicer gives its color table types. The texts are not copied
/// here because they belong to the application.
enum ColorDescription {
  /// 64-bit FNV-1a over the UTF-8 bytes of `text`.
  static func digest(_ text: String) -> UInt64 {
    var hash = FNV1a()
    hash.combine(bytes: text.utf8)
    return hash.value
  }

  /// Digest for an unknown type.
  static let unknownType = digest("Color Table")

  /// Digests by the number of the type.
  static let digests: [Int32: UInt64] = [
    0: 0x49A8_ED51_055A_960D,
    1: 0xB0EE_96B4_5840_1742,
    2: 0x8299_51C0_1340_F95A,
    3: 0xE0D7_9B88_9CF4_0545,
    4: 0xD38B_7A11_1C81_8F14,
    5: 0x618E_4360_56D6_03F2,
    6: 0xAAB5_3FC5_98BC_B5DC,
    7: 0xF3B4_B414_D822_4980,
    8: 0x87A0_F561_7918_C94C,
    9: 0x994A_81D4_3381_9F65,
    10: 0x9611_FD9E_68B7_F7EB,
    12: 0x0DAB_FFA5_E5AD_EB79,
    13: 0xD02A_819C_D964_597B,
    14: 0xF8EF_162C_11FA_7DEC,
    15: 0xE21E_6899_33E8_902C,
    16: 0xC444_808D_5532_8E30,
    17: 0x3F33_E594_788F_A84E,
    18: 0xA11E_8E78_4E2C_D1E4,
    19: 0xAAA5_34AD_2930_2A82,
    20: 0x73AA_0635_E0CC_E4B8,
    21: 0x67E7_517F_37F9_74E8,
    22: 0x11C3_1A6E_EAFC_BD8A,
    23: 0x08EC_5D66_D28D_C254,
    24: 0x1D83_4896_2A0C_D7F3,
    25: 0xB5D3_CEAD_64E1_B8A6,
    26: 0x14AC_9D58_A6D7_B4B9,
    27: 0x7C2F_28B7_7A2B_0F47,
    28: 0x4D58_D9DF_7D11_95FD,
    29: 0xFB00_4361_7D37_6409,
    30: 0x8C27_4849_935E_FC5A,
    31: 0x69A5_02BE_1FFD_5BEB,
    32: 0x6049_0C35_4885_6144,
    33: 0x925A_E48F_EAC3_B803,
    34: 0xA799_646B_55F5_6801,
    35: 0x577B_8F27_B2F1_05E5,
    36: 0x35E2_B98B_E671_1B24,
    37: 0x6C96_B589_0604_2828,
    38: 0xF08D_A1AC_2628_3422,
  ]
}
