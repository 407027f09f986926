/*
 * Does nothing: how long a process takes with the libraries that it is linked with, and no others.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */
int
main(void)
{
	return 0;
}
