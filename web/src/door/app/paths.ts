/** Where the door's app is: all its addresses begin so. */
export const DOOR = '/door';
