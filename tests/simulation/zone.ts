/**
 * The theatre's calendar. Its day ends a minute after a rush begins, so bills fall overdue while people buy. The performances
 * are played elsewhere, where it is noon.
 */
export const TIME_ZONE = 'America/Sao_Paulo';
