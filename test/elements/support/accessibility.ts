import {executeServerCommand} from '@web/test-runner-commands';

/** Whether the browser tells screen readers of an element by this name and role; no two call the role of an image the same. */
export async function isReadAs(element: Element, name: string, role?: string): Promise<boolean> {
  Object.assign(globalThis, {asked: element});
  return executeServerCommand('is-read-as', {name, role});
}
