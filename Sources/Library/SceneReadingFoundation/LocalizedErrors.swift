import ByteReading
public import Foundation
public import JSONReading
public import SceneBundle
import SceneFiles
public import SceneModel
public import SideFiles
public import SlicerURL
public import XMLReading
public import ZipReading

// `localizedDescription` of a reader's error is its description, instead of a domain and a number.

extension BundleError: LocalizedError {
  /// The description: position, reason and code.
  public var errorDescription: String? { description }
}

extension InflateError: LocalizedError {
  /// The description: position, reason and code.
  public var errorDescription: String? { description }
}

extension JSONError: LocalizedError {
  /// The description: position, reason and code.
  public var errorDescription: String? { description }
}

extension SceneError: LocalizedError {
  /// The description: position, reason and code.
  public var errorDescription: String? { description }
}

extension SceneWritingError: LocalizedError {
  /// The description: position, reason and code.
  public var errorDescription: String? { description }
}

extension SideFileError: LocalizedError {
  /// The description: position, reason and code.
  public var errorDescription: String? { description }
}

extension SlicerURLError: LocalizedError {
  /// The description: position, reason and code.
  public var errorDescription: String? { description }
}

extension XMLError: LocalizedError {
  /// The description: position, reason and code.
  public var errorDescription: String? { description }
}

extension ZipError: LocalizedError {
  /// The description: position, reason and code.
  public var errorDescription: String? { description }
}
