import type { Texts } from '../index';

export default {} satisfies Texts['seats'];
