import {executeServerCommand} from '@web/test-runner-commands';

/** Presses keys at once, such as `'Control', 'Enter'`, in every browser that the tests run in. */
export async function pressTogether(...keys: string[]): Promise<void> {
  await executeServerCommand('press-together', keys);
}
