import SideFiles

/// Volume property file in the output of `dump --as vp`; properties that the file does not set are
/// omitted.
struct VolumePropertyDump: Encodable {
  var interpolation: Int32?
  var shade: Int32?
  var diffuse: NumberDump?
  var ambient: NumberDump?
  var specular: NumberDump?
  var power: NumberDump?
  var opacity: [[NumberDump]]?
  var gradient: [[NumberDump]]?
  var color: [[NumberDump]]?

  init(_ file: VolumePropertyFile) {
    func number(_ reals: Reals?) -> NumberDump? { reals?.values.first.map(NumberDump.init) }
    interpolation = file.interpolation
    shade = file.shade
    diffuse = number(file.diffuse)
    ambient = number(file.ambient)
    specular = number(file.specular)
    power = number(file.specularPower)
    opacity = file.scalarOpacity?.map(NumberDump.list)
    gradient = file.gradientOpacity?.map(NumberDump.list)
    color = file.color?.map(NumberDump.list)
  }
}
