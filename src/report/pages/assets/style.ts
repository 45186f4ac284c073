import { colours } from './colours.ts';
import { frame } from './frame.ts';
import { screens } from './screens.ts';
import { signIn } from './sign-in/style.ts';
import { tables } from './tables.ts';

/** `style.css`: the only style of the site. */
export const style = [colours, frame, tables, screens, signIn].join('');
