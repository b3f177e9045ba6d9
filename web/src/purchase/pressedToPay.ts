let pressed: string | undefined;

/** The customer has pressed the button that pays: once the seats are reserved, this reservation leaves by itself. A reload forgets it. */
export const pressToPay = (reservationId: string): void => {
  pressed = reservationId;
};

/** Whether it was pressed for this reservation. It leaves once. */
export function takePress(reservationId: string): boolean {
  const isPressed = pressed === reservationId;
  pressed = undefined;
  return isPressed;
}
