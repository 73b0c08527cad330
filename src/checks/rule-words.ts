/** What each rule of the check knows, for whoever has a judgement explained. */
export const RULE_WORDS: Record<string, string> = {
  countryNotCovered: 'another country: only the form of its postcode is judged',
  notADoor: 'a PO box or a pick-up point',
  tooLittleGiven: 'no number, or neither postcode nor street and city',
  belongsTogether: 'postcode, street and number belong together in the register',
  noStreetGiven: 'no street: postcode and number tell it',
  noPostcodeGiven: 'no postcode: street, number and city tell it',
  formerPostcode: 'the postcode that this address had before',
  spelledOtherwise: 'abbreviated or misspelt at its own postcode',
  numberNotThere: 'postcode and street belong together, the number is elsewhere or nowhere',
  unknownPostcode: 'a postcode that is not in use: the street speaks',
  contradiction: 'postcode and street belong to different addresses',
};
