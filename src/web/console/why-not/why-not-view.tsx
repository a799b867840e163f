import type { JSX } from 'preact';
import type { WhyNot } from '../../service/api.js';
import { useStore } from '../../service/store.js';
import { look } from '../list/list-actions.js';
import { mergePatch } from '../list/merge-patch.js';

/** Where one place stands, what keeps it out, and what would let it in. */
export function WhyNotView({ whyNot }: { readonly whyNot: WhyNot }): JSX.Element {
  const store = useStore();
  const w = store.words.value;
  const { tier, place, of, inList, constraints, relaxations } = whyNot;
  const failing = constraints.filter(({ verdict }) => verdict === 'fails');
  const open = constraints.filter(({ verdict }) => verdict === 'unknown');
  const met = constraints.filter(({ verdict }) => verdict === 'meets');
  return (
    <>
      <p class="big">{tier !== null ? w.standsAt(place, of) : inList ? w.isKeptOut : w.isNotInList}</p>
      <ul class="checks">
        {failing.map(({ code, reason }) => (
          <li key={code} class="fails">
            <i aria-hidden="true">✕</i>
            <span>
              <span class="sr">{w.verdicts.fails} </span>
              {reason}
            </span>
          </li>
        ))}
        {open.map(({ code, ask, reason }) => (
          <li key={code} class="unknown">
            <i aria-hidden="true">?</i>
            <span>
              {ask === undefined ? (
                reason
              ) : (
                <>
                  <b>{w.ask}</b> {ask}
                </>
              )}
            </span>
          </li>
        ))}
        {met.map(({ code, reason }) => (
          <li key={code} class="meets">
            <i aria-hidden="true">✓</i>
            <span>
              <span class="sr">{w.verdicts.meets} </span>
              {reason}
            </span>
          </li>
        ))}
      </ul>
      <div class="row">
        {relaxations.map(({ constraint, change, label }) => (
          <button
            key={constraint}
            type="button"
            class="second"
            disabled={store.requests.busy.value}
            onClick={() => void look(store, mergePatch(store.moment.value.need, change), label)}
          >
            {label}
          </button>
        ))}
      </div>
    </>
  );
}
