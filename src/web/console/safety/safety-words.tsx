import type { JSX } from 'preact';
import type { SafetyMessage } from '../../service/api.js';
import type { Asker } from '../../service/store.js';
import type { Words } from '../../words/en.js';
import type { Language } from '../../words/words.js';

type Line = SafetyMessage['lines'][number];

/** One message: what the person is told in large type, whom to call, and what a coach does. All of it is the service's. */
export function SafetyWords(props: {
  readonly message: SafetyMessage;
  readonly words: Words;
  readonly language: Language;
  readonly asker: Asker;
}): JSX.Element {
  const { message, words: w, language, asker } = props;
  const lang = message.language === language ? undefined : message.language;
  return (
    <section>
      <p class="big" lang={lang}>
        {message.forPerson}
      </p>
      {message.lines.length > 0 && (
        <ul class="lines">
          {message.lines.map((line) => (
            <LineWords key={line.id} line={line} words={w} />
          ))}
        </ul>
      )}
      {asker === 'coach' && message.forCoach !== null && (
        <div class="for-coach">
          <h2>{w.forCoach}</h2>
          <p lang={lang}>{message.forCoach}</p>
        </div>
      )}
    </section>
  );
}

/** A line with its hours; a number that can be dialled is a link that dials it. */
function LineWords({ line, words: w }: { readonly line: Line; readonly words: Words }): JSX.Element {
  const { tel, sms, contact } = line;
  const channels = Object.entries(contact as Record<string, string>);
  const other = channels.filter(([channel]) => !(channel === 'call' && tel) && !(channel === 'text' && sms));
  return (
    <li>
      <b>{line.name}</b> <span class="hint">{line.hours}</span>
      <span class="row">
        {tel !== undefined && (
          <a class="primary" href={`tel:${tel}`}>
            {w.call(contactOf(channels, 'call') ?? tel)}
          </a>
        )}
        {sms && (
          <a
            class="second"
            href={`sms:${sms.to}${sms.body === undefined ? '' : `?body=${encodeURIComponent(sms.body)}`}`}
          >
            {sms.body === undefined
              ? w.text(contactOf(channels, 'text') ?? sms.to)
              : w.textWord(sms.to, sms.body)}
          </a>
        )}
        {other.map(([channel, how]) =>
          how.startsWith('https://') ? (
            <a key={channel} href={how} target="_blank" rel="noreferrer noopener">
              {new URL(how).host}
            </a>
          ) : (
            <span key={channel}>{channel === 'tty' ? `TTY ${how}` : how}</span>
          ),
        )}
      </span>
    </li>
  );
}

function contactOf(channels: readonly (readonly [string, string])[], wanted: string): string | undefined {
  return channels.find(([channel]) => channel === wanted)?.[1];
}
