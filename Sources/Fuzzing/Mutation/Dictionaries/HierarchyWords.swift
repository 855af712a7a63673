/// Dictionary words of subject hierarchies and their items.
enum HierarchyWords {
  static let sections: [FuzzDictionary.Section] = [
    .init(
      "Elements",
      [
        "<MRML>", "</MRML>", "<SubjectHierarchy ", "</SubjectHierarchy>", "<SubjectHierarchyItem ",
        "</SubjectHierarchyItem>", "/>", "<SceneView ", "</SceneView>", "<Model ",
      ].map { DictionaryWord($0) }),
    .init(
      "Attributes of items",
      [
        #" id="3""#, #" id="4""#, #" id="0""#, #" parent="3""#, #" parent="4""#, #" parent="0""#,
        #" name="Scene""#, #" name="x""#, #" dataNode="vtkMRMLModelNode1""#, #" type="""#,
        #" type="Folder""#, #" expanded="true""#, #" uids="a^b|""#, #" attributes="Level^Scene|""#,
        #" attributes="SubjectHierarchyVersion:2;""#, #" attributes="SubjectHierarchyVersion:1;""#,
      ].map { DictionaryWord($0) }),
    .init(
      "Values",
      [
        "Level^Scene|", "|", "^", "vtkMRMLSubjectHierarchyNode1", "vtkMRMLSubjectHierarchyNode2",
        "2147483648", "-1", "007", "0x3",
      ].map { DictionaryWord($0) }),
  ]
}
