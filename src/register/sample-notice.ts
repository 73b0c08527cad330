/** Said wherever the sample is in use; apart from the sample's import, which nothing else needs to load. */
export const sampleNotice = {
  nl:
    'Dit is het fictieve voorbeeldregister: er staat geen echt adres in. Laad het echte met ' +
    '`klopt register download --out data/register.edition` en zet KLOPT_REGISTER=data/register.edition.',
  en:
    'This is the fictional sample register: no real address is in it. Load the real one with ' +
    '`klopt register download --out data/register.edition` and set KLOPT_REGISTER=data/register.edition.',
};
