/** The way to the rulebook; keys and pointer, printed from the table the page listens by. */
import { KEY_GROUPS, KEY_ROWS } from './keys.ts';
import { formatPlace } from '../screens/address.ts';
import { CHAPTERS } from '../screens/chapters.ts';
import { text } from './text.ts';

export function HelpPanel() {
  return (
    <>
      <p>{text('ui.help.flow')}</p>
      <p>{text('ui.help.time')}</p>
      <h3>{text('ui.book.title')}</h3>
      <p>{text('ui.help.book')}</p>
      <ul class="help-chapters">
        {CHAPTERS.map(({ id, title }) => (
          <li key={id}>
            <a class="link" href={formatPlace({ kind: 'rules', chapter: id, section: '' })}>
              {title}
            </a>
          </li>
        ))}
      </ul>
      {KEY_GROUPS.map((group) => (
        <table key={group} class="keys">
          <caption>{text(`ui.keys.${group}`)}</caption>
          <tbody>
            {KEY_ROWS.filter((row) => row.group === group).map((row) => (
              <tr key={row.label}>
                <th scope="row">{text(row.label)}</th>
                <td>
                  {row.caps.map((cap) => (
                    <kbd key={cap}>{cap}</kbd>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      <h3>{text('ui.keys.pointer')}</h3>
      <p>{text('ui.help.mouse')}</p>
      <p>{text('ui.help.touch')}</p>
      <h3>{text('ui.help.marksTitle')}</h3>
      <p>{text('ui.help.marks')}</p>
    </>
  );
}
