import ZipReading

/// Valid scenes and a valid bundle that mutations start from.
enum BaseScenes {
  static let scenes: [[UInt8]] = [
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <MRML version="Slicer 5.6.2 31941">
     <Model id="vtkMRMLModelNode1" name="Head" references="display:vtkMRMLModelDisplayNode1;storage:vtkMRMLModelStorageNode1;transform:vtkMRMLLinearTransformNode1;" attributes="a:b;"></Model>
     <ModelDisplay id="vtkMRMLModelDisplayNode1" name="Display" color="0.5 0.5 0.5" opacity="1" visibility="true" scalarRange="0 100"></ModelDisplay>
     <ModelStorage id="vtkMRMLModelStorageNode1" fileName="Data/head.vtk" useCompression="1"></ModelStorage>
     <LinearTransform id="vtkMRMLLinearTransformNode1" name="T" matrixTransformToParent="1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1"></LinearTransform>
     <LinearTransform id="vtkMRMLLinearTransformNode2" name="U" matrixTransformToParent="1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1"></LinearTransform>
     <Volume id="vtkMRMLScalarVolumeNode1" name="CT" spacing="1 1 1" origin="0 0 0" ijkToRASDirections="1 0 0 0 1 0 0 0 1"></Volume>
    </MRML>
    """,
    """
    <MRML version="Slicer4.4.0">
     <MarkupsFiducial id="vtkMRMLMarkupsFiducialNode1" name="F" controlPointLabelFormat="%N-%d" locked="false"></MarkupsFiducial>
     <ColorTable id="vtkMRMLColorTableNode1" name="C" type="14" numcolors="3" colors="0 'black' 0 0 0 1 1 'red' 1 0 0 1"></ColorTable>
     <VolumeProperty id="vtkMRMLVolumePropertyNode1" scalarOpacity="4 0 0 100 1" colorTransfer="4 0 1 1 1"></VolumeProperty>
     <SubjectHierarchy id="vtkMRMLSubjectHierarchyNode1" attributes="SubjectHierarchyVersion:2"><SubjectHierarchyItem id="3" name="Scene" parent="0" attributes="Level^Scene|"><SubjectHierarchyItem id="8" dataNode="vtkMRMLMarkupsFiducialNode1" parent="3"></SubjectHierarchyItem></SubjectHierarchyItem></SubjectHierarchy>
     <SceneView id="vtkMRMLSceneViewNode1" name="V"><Camera id="vtkMRMLCameraNode1" position="0 500 0"></Camera></SceneView>
     <AnnotationLines id="vtkMRMLAnnotationLinesNode1" linePtsID="0 1" ctrlPtsCoord="0 0 0|1 1 1"></AnnotationLines>
    </MRML>
    """,
  ].map { Array($0.utf8) }

  static let bundle: [UInt8] = {
    var writer = ZipWriter(style: .slicer)
    writer.add(name: "Scene/", contents: [])
    writer.add(name: "Scene/Scene.mrml", contents: scenes[0], method: .deflated(.good))
    writer.add(name: "Scene/Data/", contents: [])
    writer.add(
      name: "Scene/Data/head.vtk", contents: [UInt8](repeating: 0x41, count: 300),
      method: .deflated(.good))
    writer.add(name: "Scene/readme.txt", contents: Array("text".utf8))
    return writer.finish()
  }()
}
