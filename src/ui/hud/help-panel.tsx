/** Keys and pointer, printed from the table the page listens by. */
import { KEY_GROUPS, KEY_ROWS } from './keys.ts';
import { text } from './text.ts';

export function HelpPanel() {
  return (
    <>
      <p>{text('ui.help.flow')}</p>
      <p>{text('ui.help.time')}</p>
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
