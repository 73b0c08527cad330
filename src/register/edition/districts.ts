/** Postcodes' four digits, 0–9999, and one district behind them for segments without a postcode. */
export const DISTRICTS = 10_001;
export const NO_POSTCODE_DISTRICT = 10_000;
