/** The part of zipcodes that the postal codes use; the package brings no types. */
declare module 'zipcodes' {
  const zipcodes: {
    /** Every code, five digits in the United States, three characters in Canada. */
    codes: Record<
      string,
      { zip: string; latitude: number; longitude: number; city: string; state: string; country: string }
    >;
  };
  export default zipcodes;
}
