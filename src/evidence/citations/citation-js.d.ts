/** The part of Citation.js that formats references and reads RIS; the packages bring no types. */
declare module '@citation-js/core' {
  const citationJs: {
    plugins: {
      input: {
        /** The kind of input, such as `@ris/new+record`. */
        type(input: unknown): string;
        /** One step of reading, by the parser of this kind only. */
        data(input: unknown, type: string): unknown;
      };
      output: {
        format(
          format: 'bibliography',
          items: readonly object[],
          options: { template: string; lang: string; format: 'text' },
        ): string;
      };
    };
  };
  export default citationJs;
}
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
