/**
 * What a language code includes, by its code. The first part is every macrolanguage of the IANA registry of language
 * subtags (file of 2025-08-25) with the languages that it includes.
 */
const MACROLANGUAGES: Readonly<Record<string, string>> = {
  ak: 'fat tw',
  ar: 'aao abh abv acm acq acw acx acy adf aeb aec afb apc apd arb arq ars ary arz auz avl ayh ayl ayn ayp pga shu ssh',
  ay: 'ayc ayr',
  az: 'azb azj',
  bal: 'bcc bgn bgp',
  bik: 'bcl bln bto cts fbl lbl rbl ubl',
  bnc: 'ebk lbk obk rbk vbk',
  bua: 'bxm bxr bxu',
  chm: 'mhr mrj',
  cr: 'crj crk crl crm csw cwd',
  del: 'umu unm',
  den: 'scs xsl',
  din: 'dib dik dip diw dks',
  doi: 'dgo xnr',
  et: 'ekk vro',
  fa: 'pes prs',
  ff: 'ffm fub fuc fue fuf fuh fui fuq fuv',
  gba: 'bdt gbp gbq gmm gso gya',
  gn: 'gnw gug gui gun nhd',
  gon: 'esg gno wsg',
  grb: 'gbo gec grj grv gry',
  hai: 'hax hdn',
  hmn: 'cqd hea hma hmc hmd hme hmg hmh hmi hmj hml hmm hmp hmq hms hmw hmy hmz hnj hrm huj mmr muq mww sfm',
  ik: 'esi esk',
  iu: 'ike ikt',
  jrb: 'aju jye yhd yud',
  kg: 'kng kwy ldi',
  kln: 'enb eyo niq oki pko sgc spy tec tuy',
  kok: 'gom knn',
  kpe: 'gkp xpe',
  kr: 'kby knc krt',
  ku: 'ckb kmr sdh',
  kv: 'koi kpv',
  lah: 'hnd hno jat phr pnb skr xhe',
  luy: 'bxk ida lkb lko lks lri lrm lsm lto lts lwg nle nyd rag',
  lv: 'ltg lvs',
  man: 'emk mku mlq mnk msc mwk',
  mg: 'bhr bmm bzc msh plt skg tdx tkg txy xmv xmw',
  mn: 'khk mvf',
  ms: 'bjn btj bve bvu coa dup hji id jak jax kvb kvr kxd lce lcf liw max meo mfa mfb min mqg msi mui orn ors pel pse tmw urk vkk vkt xmm zlm zmi zsm',
  mwr: 'dhd mtr mve rwr swv wry',
  ne: 'dty npi',
  no: 'nb nn',
  oj: 'ciw ojb ojc ojg ojs ojw otw',
  om: 'gax gaz hae orc',
  or: 'ory spv',
  ps: 'pbt pbu pst',
  qu: 'qub qud quf qug quh quk qul qup qur qus quw qux quy quz qva qvc qve qvh qvi qvj qvl qvm qvn qvo qvp qvs qvw qvz qwa qwc qwh qws qxa qxc qxh qxl qxn qxo qxp qxr qxt qxu qxw',
  raj: 'bgq gda gju hoj mup wbr',
  rom: 'rmc rmf rml rmn rmo rmw rmy',
  sa: 'cls vsn',
  sc: 'sdc sdn src sro',
  sh: 'bs cnr hr sr',
  sq: 'aae aat aln als',
  sw: 'swc swh',
  syr: 'aii cld',
  tmh: 'taq thv thz ttq',
  uz: 'uzn uzs',
  yi: 'ydd yih',
  za: 'zch zeh zgb zgm zgn zhd zhn zlj zln zlq zqe zyb zyg zyj zyn zzj',
  zap: 'zaa zab zac zad zae zaf zai zam zao zaq zar zas zat zav zaw zax zca zcd zoo zpa zpb zpc zpd zpe zpf zpg zph zpi zpj zpk zpl zpm zpn zpo zpp zpq zpr zps zpt zpu zpv zpw zpx zpy zpz zsr zte ztg ztl ztm ztn ztp ztq zts ztt ztu ztx zty',
  zh: 'cdo cjy cmn cnp cpx csp czh czo gan hak hnm hsn luh lzh mnp nan sjc wuu yue',
  zza: 'diq kiu',
}; // prettier-ignore

/**
 * Groups of languages that a source of the directory names, as that source means them. `nai` is "American Indian or Alaska
 * Native languages" and `crp` is "Creole" in the code book of the national directory; both are wider or narrower than in ISO
 * 639-5. The members are languages of the United States and its neighbors; the lists are ours and may lack some.
 */
const GROUPS: Readonly<Record<string, string>> = {
  crp: 'acf afs aig bah bzj bzk cab crs djk gcf gcl gcr gpe gul gyn hwc ht icr jam kea kri lou mfe pap pcm pov rcf srm srn svc tch tgh tpi trf vic wes',
  nai: 'abe ale apj apk apl apm apw arp asb ats bla cad cay chl cho chr chy cic clm coc com cr crd cro csm dak del ems esi esk ess esu fla gwi haa hai hdn hax hid hoi hop hur ik ing iow kee kic kio kjq koy ksk kut kuu lkt lut mez mic moh mov mrc mus nez nv oj one ono ood osa pao par paw pmw pot pqm qui sac see shh shs sjw spo squ tau tew tfn tix tli tol tow tsi tus twf umu unm ute was wic win wiy yak yaq ynk ypk yuc yuf yum yur zun',
  ypk: 'ems ess esu ynk',
}; // prettier-ignore

/** The codes of the languages that a code includes, directly; none for one language. */
export const INCLUDED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({ ...MACROLANGUAGES, ...GROUPS }).map(([code, members]) => [code, members.split(' ')]),
);

/** The codes that include a language, directly or by another code: `zh` for `yue`, `oj` and `nai` for `ciw`. */
export const INCLUDING: ReadonlyMap<string, readonly string[]> = including();

function including(): Map<string, string[]> {
  const direct = new Map<string, string[]>();
  for (const [code, members] of INCLUDED)
    for (const member of members) direct.set(member, [...(direct.get(member) ?? []), code]);
  const all = (code: string): string[] => (direct.get(code) ?? []).flatMap((one) => [one, ...all(one)]);
  return new Map([...direct.keys()].map((code) => [code, [...new Set(all(code))]]));
}
