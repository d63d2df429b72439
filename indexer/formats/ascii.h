#pragma once

#include "common/ascii.h"  // where it is now
