import type { JSX } from 'preact';
import { Fold } from '../../design/fold.js';
import type { Episode, Match } from '../../service/api.js';
import { useStore } from '../../service/store.js';
import { leaveOut, sayTried } from './list-actions.js';

/** Leaves a place out, or says how it went there before: after a relapse something different comes higher. */
export function NotThisPlace({ program }: { readonly program: Match['program'] }): JSX.Element {
  const store = useStore();
  const w = store.words.value;
  const { id, name } = program;
  const isBusy = store.requests.busy.value;
  return (
    <Fold
      class="not-this"
      summary={
        <>
          {w.leaveOutPlace}
          <span class="sr">: {name}</span>
        </>
      }
    >
      {() => (
        <div class="row" role="group" aria-label={w.wasItTried}>
          <b aria-hidden="true">{w.wasItTried}</b>
          {store.codes.value.all('historyOutcome').map(({ code, label }) => (
            <button
              key={code}
              type="button"
              class="second"
              disabled={isBusy}
              onClick={() =>
                void sayTried(store, program, code as Episode['outcome'], w.triedAt(name, label))
              }
            >
              {label}
            </button>
          ))}
          <button
            type="button"
            class="second"
            disabled={isBusy}
            onClick={() => void leaveOut(store, id, w.leftOut(name))}
          >
            {w.noLeaveOut}
          </button>
        </div>
      )}
    </Fold>
  );
}
