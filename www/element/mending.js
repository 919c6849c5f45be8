/**
 * What a panic, or any other trap, or an exception from a canvas leaves behind: it stops the module where it stands, without unwinding.
 * What was being called stays in the middle of it, and is dropped, not freed; the room that it took on the module's stack stays taken.
 *
 * `exports`: of a module that has started; `takeReason`: its function of that name. Returns what is to be called with whatever was
 * caught: it gives the stack back, so that the module goes on for everyone else, and says in words what happened.
 */
export function mending({ __stack_pointer: stack }, takeReason) {
  const top = stack.value;
  return (cause) => {
    stack.value = top; // nothing of the module runs while JavaScript has the control
    let reason;
    try {
      reason = takeReason();
    } catch {} // not even that can be asked any more
    return reason ?? String(cause?.message ?? cause);
  };
}
