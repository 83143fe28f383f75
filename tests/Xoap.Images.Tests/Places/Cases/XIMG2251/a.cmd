ver
