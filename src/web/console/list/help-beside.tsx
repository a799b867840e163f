import type { JSX } from 'preact';
import type { Track } from '../../service/api.js';
import type { Words } from '../../words/en.js';
import { dialled } from '../../words/formats.js';

/** Help that is no program, and what research says to a family. */
export function HelpBeside(props: {
  readonly resources: NonNullable<Track['resources']>;
  readonly guidance: NonNullable<Track['guidance']>;
  readonly words: Words;
}): JSX.Element | null {
  const { resources, guidance } = props;
  if (resources.length === 0 && guidance.length === 0) return null;
  return (
    <>
      {guidance.map(({ says, approach }) => (
        <p key={approach.code} class="note">
          {says}
        </p>
      ))}
      <ul class="helps">
        {resources.map(({ id, name, description, caution, url, contact }) => (
          <li key={id}>
            <b>{name}</b> {description} {caution !== null && <em>{caution}</em>}{' '}
            {contact?.call != null && <a href={dialled(contact.call)}>{contact.call}</a>}{' '}
            {url !== null && (
              <a href={url} target="_blank" rel="noreferrer noopener">
                {new URL(url).host}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
