/** The page begins here: styles, fonts, and the first screen. */
import '@fontsource/noto-sans/400.css';
import '@fontsource/noto-sans/400-italic.css';
import '@fontsource/noto-sans/600.css';
import '@fontsource/noto-sans/700.css';
import './style/base.css';
import './style/pages.css';
import './style/battle.css';
import './style/book.css';
import { render } from 'preact';
import { App } from './screens/app.tsx';

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no place for the game.');
render(<App />, root);
