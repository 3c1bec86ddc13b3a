/** The computer player off the page, so that the page never waits while it thinks. */
import { expose } from 'comlink';
import { think } from './think.ts';

expose({ think });
