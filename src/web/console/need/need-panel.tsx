import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Ticks } from '../../design/ticks.js';
import { Choose } from '../../design/choose.js';
import type { Need } from '../../service/api.js';
import { useStore } from '../../service/store.js';
import { withField } from '../interview/answering.js';
import { look } from '../list/list-actions.js';
import { AboutPerson } from './about-person.js';
import { ForWhat } from './for-what.js';
import { MattersMost } from './matters-most.js';
import { TriedBefore } from './tried-before.js';
import { MILES, milesOf, kmOf, summaryOf } from './need-words.js';
import { ZipField } from './zip-field.js';

/** What is looked for, beside the list: every part can be changed, and nothing is sent until "Update the list". */
export function NeedPanel(): JSX.Element {
  const store = useStore();
  const { need: asked } = store.moment.value;
  const [need, setNeed] = useState<Need>(asked);
  const w = store.words.value;
  const codes = store.codes.value;
  const owner = store.asker.value === 'family' ? 'lovedOne' : 'client';
  const { constraints = {} } = need;
  const set = (field: string) => (value: unknown) => setNeed(withField(need, field, value));
  const setList = (field: string) => (values: readonly string[]) =>
    set(field)(values.length > 0 ? values : undefined);
  const words = (kind: string) => codes.all(kind).map(({ code, label }) => [code, label] as const);
  const yesNo = [
    ['true', w.yes],
    ['false', w.no],
  ] as const;
  const said = (value: boolean | undefined) => (value === undefined ? '' : String(value));
  const setSaid = (field: string) => (value: string) =>
    set(field)(value === '' ? undefined : value === 'true');

  function submit(event: Event): void {
    event.preventDefault();
    void look(store, need);
  }

  return (
    <aside aria-label={w.need}>
      <details class="need" open={matchMedia('(min-width: 60rem)').matches}>
        <summary>
          <b>{w.need}</b> <span class="hint">{summaryOf(asked, w, codes)}</span>
        </summary>
        <form onSubmit={submit} noValidate autocomplete="off">
          {store.asker.value === 'coach' && (
            <ForWhat need={need} words={w} codes={codes} onChange={setNeed} />
          )}
          <ZipField
            value={constraints.near?.postalCode ?? ''}
            onChange={set('constraints.near.postalCode')}
          />
          <Choose
            label={w.within}
            value={String(milesOf(constraints.maxDistanceKm) ?? '')}
            none={w.anyDistance}
            choices={MILES.map((miles) => [String(miles), w.mile(String(miles))])}
            onChange={(value) =>
              set('constraints.maxDistanceKm')(value === '' ? undefined : kmOf(Number(value)))
            }
          />
          <Ticks
            label={w.paysWith}
            values={constraints.payers ?? []}
            choices={words('payer')}
            onChange={setList('constraints.payers')}
          />
          <Choose
            label={w.cannotLeaveWork}
            value={said(constraints.cannotLeaveWork)}
            none={w.notSaid}
            choices={yesNo}
            onChange={setSaid('constraints.cannotLeaveWork')}
          />
          <Choose
            label={w.childcare}
            value={said(constraints.needsChildcare)}
            none={w.notSaid}
            choices={yesNo}
            onChange={setSaid('constraints.needsChildcare')}
          />
          <Ticks
            label={w.howToMeet}
            values={constraints.modalities ?? []}
            choices={words('modality')}
            onChange={setList('constraints.modalities')}
          />
          <Ticks
            label={w.takesNow}
            values={constraints.currentMedications ?? []}
            choices={words('medication')}
            onChange={setList('constraints.currentMedications')}
          />
          <Ticks
            label={w.languages}
            values={need[owner]?.languages ?? []}
            choices={words('language')}
            onChange={setList(`${owner}.languages`)}
          />
          <AboutPerson need={need} owner={owner} onChange={setNeed} />
          <TriedBefore need={need} onChange={setNeed} />
          <MattersMost need={need} words={w} codes={codes} onChange={setNeed} />
          <button type="submit" class="primary" disabled={store.requests.busy.value}>
            {w.update}
          </button>
        </form>
      </details>
    </aside>
  );
}
