// Targets of one reader have a module of their own, so that their programs need no other reader.
@_exported public import SceneTargets
@_exported public import TargetInterface
@_exported public import XMLTargets
