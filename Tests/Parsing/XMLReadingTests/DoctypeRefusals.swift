import XMLReading

extension Refusal {
  static let doctype: [Refusal] = [
    Refusal(.missingWhitespace, "<!DOCTYPE‸[]><a/>"),
    Refusal(.malformedName, "<!DOCTYPE ‸[]><a/>"),
    Refusal(.malformedDoctype, "<!DOCTYPE a ‸b><a/>"),
    Refusal(.malformedDoctype, "<!DOCTYPE a []‸x><a/>"),
    Refusal(.malformedDoctype, "<!DOCTYPE a [‸x]><a/>"),
    Refusal(.missingQuote, "<!DOCTYPE a SYSTEM ‸><a/>"),
    Refusal(.missingQuote, "<!DOCTYPE a PUBLIC 'p'‸><a/>"),
    Refusal(.missingWhitespace, "<!DOCTYPE a PUBLIC 'p'‸'s'><a/>"),
    Refusal(.malformedPublicIdentifier, "<!DOCTYPE a PUBLIC 'p‸{' 's'><a/>"),
    Refusal(.misplacedDoctype, "<!DOCTYPE a>‸<!DOCTYPE a><a/>"),
    Refusal(.misplacedDoctype, "<a/>‸<!DOCTYPE a>"),
    Refusal(.malformedMarkup, "<a><!‸DOCTYPE a></a>"),
    Refusal(.malformedMarkup, "<!DOCTYPE a [<!‸[INCLUDE[]]>]><a/>"),
    Refusal(.malformedMarkup, "<!DOCTYPE a [<!‸entity e 'v'>]><a/>"),
    Refusal(
      .parameterEntityInDeclaration, "<!DOCTYPE a [<!ENTITY % p 'ANY'><!ELEMENT a ‸%p;>]><a/>"),
    Refusal(
      .parameterEntityInDeclaration, "<!DOCTYPE a [<!ENTITY % p 'x'><!ENTITY e '‸%p;'>]><a/>"),
    Refusal(.malformedReference, "<!DOCTYPE a [<!ENTITY % p ''>%p‸ ;]><a/>"),
    Refusal(.recursiveEntity, "<!DOCTYPE a [<!ENTITY % p '&#37;p;'>‸%p;]><a/>"),
    Refusal(.entityNotNested, "<!DOCTYPE a [<!ENTITY % p '<!ENTITY e '>‸%p;'v'>]><a/>"),
    Refusal(.malformedDoctype, "<!DOCTYPE a [<!ENTITY % p ']'>‸%p;]><a/>"),
  ]

  static let declarations: [Refusal] = [
    Refusal(.missingWhitespace, "<!DOCTYPE a [<!ELEMENT‸(b)>]><a/>"),
    Refusal(.malformedContentModel, "<!DOCTYPE a [<!ELEMENT a ‸none>]><a/>"),
    Refusal(.malformedContentModel, "<!DOCTYPE a [<!ELEMENT a (‸)>]><a/>"),
    Refusal(.malformedContentModel, "<!DOCTYPE a [<!ELEMENT a (b,c‸|d)>]><a/>"),
    Refusal(.malformedContentModel, "<!DOCTYPE a [<!ELEMENT a (b,‸)>]><a/>"),
    Refusal(.malformedContentModel, "<!DOCTYPE a [<!ELEMENT a (b ‸c)>]><a/>"),
    Refusal(.malformedContentModel, "<!DOCTYPE a [<!ELEMENT a (#PCDATA|b)‸>]><a/>"),
    Refusal(.malformedContentModel, "<!DOCTYPE a [<!ELEMENT a (#PCDATA‸,b)*>]><a/>"),
    Refusal(.malformedContentModel, "<!DOCTYPE a [<!ELEMENT a (b,‸#PCDATA)>]><a/>"),
    Refusal(.malformedDeclaration, "<!DOCTYPE a [<!ELEMENT a (b)*‸*>]><a/>"),
    Refusal(.malformedDeclaration, "<!DOCTYPE a [<!ATTLIST a b ‸cdata ''>]><a/>"),
    Refusal(.malformedDeclaration, "<!DOCTYPE a [<!ATTLIST a b (‸)  ''>]><a/>"),
    Refusal(.malformedDeclaration, "<!DOCTYPE a [<!ATTLIST a b (c‸,d) 'c'>]><a/>"),
    Refusal(.malformedDeclaration, "<!DOCTYPE a [<!ATTLIST a b NOTATION (‸1) '1'>]><a/>"),
    Refusal(.missingWhitespace, "<!DOCTYPE a [<!ATTLIST a b CDATA‸'c'>]><a/>"),
    Refusal(.missingWhitespace, "<!DOCTYPE a [<!ATTLIST a b CDATA 'c'‸d CDATA 'e'>]><a/>"),
    Refusal(.missingQuote, "<!DOCTYPE a [<!ATTLIST a b CDATA ‸>]><a/>"),
    Refusal(.lessThanInAttributeValue, "<!DOCTYPE a [<!ATTLIST a b CDATA '‸<'>]><a/>"),
    Refusal(.undeclaredEntity, "<!DOCTYPE a [<!ATTLIST a b CDATA '‸&e;'><!ENTITY e 'v'>]><a/>"),
    Refusal(.malformedDeclaration, "<!DOCTYPE a [<!NOTATION n ‸'x'>]><a/>"),
    Refusal(.missingWhitespace, "<!DOCTYPE a [<!ENTITY e‸'v'>]><a/>"),
    Refusal(.malformedDeclaration, "<!DOCTYPE a [<!ENTITY e ‸v>]><a/>"),
    Refusal(.malformedDeclaration, "<!DOCTYPE a [<!ENTITY e 'v' ‸NDATA n>]><a/>"),
    Refusal(.malformedDeclaration, "<!DOCTYPE a [<!ENTITY % p SYSTEM 's' ‸NDATA n>]><a/>"),
    Refusal(.missingQuote, "<!DOCTYPE a [<!ENTITY e PUBLIC 'p'‸>]><a/>"),
    Refusal(.malformedReference, "<!DOCTYPE a [<!ENTITY e 'x&‸ y'>]><a/>"),
    Refusal(.illegalCharacterReference, "<!DOCTYPE a [<!ENTITY e '‸&#1;'>]><a/>"),
  ]

  static let entities: [Refusal] = [
    Refusal(.recursiveEntity, "<!DOCTYPE a [<!ENTITY e '&e;'>]><a>‸&e;</a>"),
    Refusal(.recursiveEntity, "<!DOCTYPE a [<!ENTITY e '&f;'><!ENTITY f '&e;'>]><a b='‸&e;'/>"),
    Refusal(.recursiveEntity, "<!DOCTYPE a [<!ENTITY e \"<b c='&e;'/>\">]><a>‸&e;</a>"),
    Refusal(.entityNotNested, "<!DOCTYPE a [<!ENTITY e '</a><a>'>]><a>‸&e;</a>"),
    Refusal(.entityNotNested, "<!DOCTYPE a [<!ENTITY e '<b>'>]><a>‸&e;</b></a>"),
    Refusal(.entityNotNested, "<!DOCTYPE a [<!ENTITY e '<b'>]><a>‸&e;/></a>"),
    Refusal(.entityNotNested, "<!DOCTYPE a [<!ENTITY e '&#38;#6'>]><a>‸&e;5;</a>"),
    Refusal(.mismatchedEndTag, "<!DOCTYPE a [<!ENTITY e '<b></c>'>]><a>‸&e;</a>"),
    Refusal(.lessThanInAttributeValue, "<!DOCTYPE a [<!ENTITY e '&#60;'>]><a b='‸&e;'/>"),
    Refusal(.unparsedEntityReference, "<!DOCTYPE a [<!ENTITY e SYSTEM 's' NDATA n>]><a>‸&e;</a>"),
    Refusal(.externalEntityInAttribute, "<!DOCTYPE a [<!ENTITY e SYSTEM 's'>]><a b='‸&e;'/>"),
    Refusal(
      .externalEntityInAttribute,
      "<!DOCTYPE a [<!ENTITY x SYSTEM 's'><!ENTITY e '&x;'>]><a b='‸&e;'/>"),
    Refusal(.undeclaredEntity, "<!DOCTYPE a [<!ENTITY e '&f;'>]><a>‸&e;</a>"),
    Refusal(
      .undeclaredEntity, "<?xml version='1.0' standalone='yes'?><!DOCTYPE a SYSTEM 's'><a>‸&e;</a>"),
    Refusal(
      .entityDeclaredInParameterEntity,
      "<?xml version='1.0' standalone='yes'?><!DOCTYPE a [<!ENTITY % p \"<!ENTITY e 'v'>\">%p;]><a>‸&e;</a>"
    ),
    Refusal(.contentAfterRoot, "<!DOCTYPE a [<!ENTITY e 'v'>]><a/>‸<b>&e;</b>"),
  ]
}
