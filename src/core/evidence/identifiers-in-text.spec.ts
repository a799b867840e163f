import { doiOfAddress, doisNamedIn, pmidNamedIn } from './identifiers-in-text.js';

describe('A DOI in a note', () => {
  it.each([
    ['10.5555/fic.1', ['10.5555/fic.1']],
    ['doi: 10.5555/FIC.1', ['10.5555/fic.1']],
    ['Accession Number: 123. Language: English. DOI: 10.5555/fic.1. Peer reviewed.', ['10.5555/fic.1']],
    ['see https://doi.org/10.5555/fic.1', ['10.5555/fic.1']],
    ['DOI 10.5555/fic.1; erratum: doi:10.5555/fic.2', ['10.5555/fic.1', '10.5555/fic.2']],
    ['doi:10.5555/fic.1, doi:10.5555/fic.1', ['10.5555/fic.1']],
    ['Compared with 10.5555/fic.9, which is older', []],
    ['no DOI', []],
  ])('is one that is named as such: %s', (note, dois) => {
    expect(doisNamedIn(note)).toEqual(dois);
  });
});

describe('A DOI in an address', () => {
  it.each([
    ['https://doi.org/10.5555/fic.1', '10.5555/fic.1'],
    ['https://journal.example/doi/10.5555/fic.1', '10.5555/fic.1'],
    ['https://journal.example/doi/full/10.5555/fic.1?needAccess=true', '10.5555/fic.1'],
    ['https://journal.example/doi/10.5555/fic.1/full', '10.5555/fic.1'],
    ['https://journal.example/doi/pdf/10.5555/fic.1.pdf', '10.5555/fic.1'],
    ['https://journal.example/article/10.5555%2Ffic.1/abstract#top', '10.5555/fic.1'],
    ['https://journal.example/articles/1', undefined],
    ['https://journal.example/?x=/10.5555/fic.1', undefined],
    ['https://journal.example/%E0%A4%A/10.5555/fic.1', '10.5555/fic.1'],
    ['10.5555/fic.1', undefined],
  ])('is that of the work, without its page: %s', (address, doi) => {
    expect(doiOfAddress(address)).toBe(doi);
  });
});

describe('A PubMed number in a note', () => {
  it.each([
    ['PMID: 28446428', '28446428'],
    ['PMID: 28446428\nPMCID: PMC5421454', '28446428'],
    ['MEDLINE PMID 28446428 (http://…)', '28446428'],
    ['https://pubmed.ncbi.nlm.nih.gov/28446428/', '28446428'],
    ['PMCID: PMC5421454', undefined],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5421454/', undefined],
    ['28446428', undefined],
  ])('is one that is named as such: %s', (text, pmid) => {
    expect(pmidNamedIn(text)).toBe(pmid);
  });
});
